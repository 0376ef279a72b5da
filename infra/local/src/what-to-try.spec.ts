import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { whatToTry } from './what-to-try.ts';

const run = { port: 4000, logs: '/logs', outbox: '/outbox', hasData: true };
const receipt = { receiptNumber: 'DEMO-1-20261124-00001', queryCode: 'ABCD' };
const queriesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('{ '));

it('names the personas, those at the other windows in one line', () => {
  const lines = whatToTry({ ...run, receipt: null }).split('\n');
  expect(lines.some((line) => line.startsWith('    officer '))).toBe(true);
  expect(lines.filter((line) => line.includes('police-officer'))).toHaveLength(1);
  expect(lines.find((line) => line.includes('police-officer'))).toContain('housing-chief');
});

it('says where the messages are that went to nobody', () => {
  expect(whatToTry({ ...run, receipt: null })).toContain('/outbox');
});

it('gives a receipt that works, when one was kept', () => {
  expect(whatToTry({ ...run, receipt })).toContain(receipt.receiptNumber);
  expect(whatToTry({ ...run, receipt: null })).not.toContain('caseProgress');
});

it('every query is one that the graph understands', () => {
  // As the gateway runs it: Apollo's own directives need no definitions here.
  const file = fileURLToPath(new URL('../../../gateway/supergraph.graphql', import.meta.url));
  const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
  const queries = queriesIn(whatToTry({ ...run, receipt }));
  expect(queries.length).toBe(7);
  for (const query of queries) expect(validate(schema, parse(query))).toEqual([]);
});
