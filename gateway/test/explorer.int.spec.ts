import { gunzipSync } from 'node:zlib';
import { createExplorerPage } from '../src/explorer/explorer-page.ts';
import { readPageFiles } from '../src/explorer/page-files.ts';
import { deadUrl, startGateway } from './a-graph.ts';

const explorer = readPageFiles(`${__dirname}/../explorer`);
const textOf = async (hasPersonas: boolean) =>
  gunzipSync((await createExplorerPage(explorer, hasPersonas)()).gzip).toString();

it('serves the explorer compressed, once for each visitor', async () => {
  const url = await deadUrl();
  const gateway = await startGateway({ cases: url, items: url }, { explorer });
  const page = await fetch(gateway.address, { headers: { 'accept-encoding': 'gzip' } });
  const html = await page.text();
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(html).toContain('One Window');
  const etag = page.headers.get('etag') ?? '';
  const again = await fetch(gateway.address, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect((await fetch(gateway.address, { method: 'POST' })).status).toBe(405);
  await gateway.stop();
});

it('has the operations of each kind of people ready, in both languages', async () => {
  const html = await textOf(false);
  const [, settings = ''] = /^\s*window\.oneWindow = (.*);$/m.exec(html) ?? [];
  expect(JSON.parse(settings)).toEqual({ audiences: explorer.audiences, hasPersonas: false });
  expect(explorer.audiences.map(({ key }) => key)).toEqual(['citizens', 'departments', 'analysts']);
  for (const { title, queries } of explorer.audiences) {
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    for (const query of queries) expect(query).toMatch(/^# .*\p{Script=Han}/u);
  }
});

it('hands its own tabs to GraphiQL', async () => {
  expect(await textOf(false)).toMatch(
    /renderYogaGraphiQL\([^)]*\),\s*window\.oneWindow\.options\(\{/,
  );
});

it('loads nothing from another address', async () => {
  expect((await textOf(true)).match(/(?:src|href)=["']?(?:https?:)?\/\/[^"'> ]+/g) ?? []).toEqual(
    [],
  );
});

it('an operation can not end the page’s script', async () => {
  const hostile = { key: 'x', title: { en: '', zh: '' }, queries: ['# </script><b>'] };
  const page = await createExplorerPage({ ...explorer, audiences: [hostile] }, false)();
  expect(gunzipSync(page.gzip).toString()).not.toContain('</script><b>');
});
