import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

it('is no port that outgoing connections are given, and never the same twice', async () => {
  const ports = [];
  for (let count = 0; count < 50; count += 1) ports.push(await freePort());
  expect(new Set(ports).size).toBe(50);
  expect(Math.max(...ports)).toBeLessThan(32_768);
});

it('is not one that somebody listens on', async () => {
  const taken = (await freePort()) + 1;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(taken, '127.0.0.1', resolve);
  });
  try {
    expect(await freePort()).not.toBe(taken);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

it('is not one that another process was given within a minute', async () => {
  const given = (await freePort()) + 1;
  const folder = join(tmpdir(), 'onewindow-ports');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, given.toString());
  writeFileSync(file, '');
  try {
    expect(await freePort()).not.toBe(given);
  } finally {
    rmSync(file);
  }
});
