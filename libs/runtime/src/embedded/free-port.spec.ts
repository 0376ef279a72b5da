import { createServer } from 'node:net';
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
