import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { buildASTSchema, parse, validate } from 'graphql';
import { KEPT_SEALS, keptSeals } from '../src/verify/kept-seals.ts';
import { startKeptSeals } from './kept-seals-stand-in.ts';

it('the seals that disclosure has kept are read by service, page by page, without a token', async () => {
  const graph = await startKeptSeals({ cases: ['c3', 'c2', 'c1'], items: ['i1'] });
  try {
    expect(await keptSeals({ url: graph.url }, ['cases', 'items', 'windows'])).toEqual({
      cases: [
        { number: 3, head: 'c3' },
        { number: 2, head: 'c2' },
        { number: 1, head: 'c1' },
      ],
      items: [{ number: 1, head: 'i1' }],
    });
    expect(new Set(graph.authorizations)).toEqual(new Set([undefined]));
  } finally {
    await graph.close();
  }
});

it('a graph that does not answer has not kept nothing', async () => {
  const { url, close } = await startKeptSeals({});
  await close();
  await expect(keptSeals({ url, waitsMs: [] }, ['cases'])).rejects.toThrow(url);
});

it('what is asked is in the contract of disclosure', () => {
  const file = join(workspaceRoot(process.cwd()), 'services/disclosure/subgraph.graphql');
  const schema = buildASTSchema(parse(readFileSync(file, 'utf8')), { assumeValidSDL: true });
  expect(validate(schema, parse(KEPT_SEALS))).toEqual([]);
  expect(validate(schema, parse(KEPT_SEALS.replace('head', 'heads')))).toHaveLength(1);
});
