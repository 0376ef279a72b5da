import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../src/programs.ts';

/** How the health check of an image ends, at a program that answers this. */
async function isReady(status: number | undefined): Promise<unknown> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/health/ready' ? (status ?? 0) : 404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  if (status === undefined) server.close();
  const child = spawn(process.execPath, [join(root, 'infra/docker/is-ready.mjs')], {
    env: { PORT: String(port) },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [unknown];
  if (status !== undefined) server.close();
  return code;
}

it.each([
  ['is ready', 200, 0],
  ['is not ready', 503, 1],
  ['does not answer', undefined, 1],
])('the health check of a program that %s', async (_, status, code) => {
  expect(await isReady(status)).toBe(code);
});
