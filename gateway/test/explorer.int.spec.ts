import { gunzipSync } from 'node:zlib';
import { createExplorerPage } from '../src/explorer/explorer-page.ts';
import { deadUrl, startGateway } from './a-graph.ts';

const examples = [
  '# First 第一\nquery First { whoami }',
  '# Second\nquery Second { cases { number } }',
];

it('serves the explorer compressed, with the examples in it, once for each visitor', async () => {
  const url = await deadUrl();
  const gateway = await startGateway({ cases: url, items: url }, { examples });
  const page = await fetch(gateway.address, { headers: { 'accept-encoding': 'gzip' } });
  const html = await page.text();
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(html).toContain('One Window');
  for (const example of examples) {
    expect(html).toContain(JSON.stringify(example).slice(1, -1).slice(0, 40));
  }
  const etag = page.headers.get('etag') ?? '';
  const again = await fetch(gateway.address, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect((await fetch(gateway.address, { method: 'POST' })).status).toBe(405);
  await gateway.stop();
});

it('loads nothing from another address', async () => {
  const html = gunzipSync((await createExplorerPage(examples)()).gzip).toString();
  expect(html.match(/(?:src|href)=["']?(?:https?:)?\/\/[^"'> ]+/g) ?? []).toEqual([]);
});
