import { createServer } from 'node:net';

/**
 * Ports below those that systems give to outgoing connections (from 32,768 on Linux, 49,152 elsewhere): between the
 * choice and the start of a server no connection takes one of these.
 */
const FIRST = 12_000;
/** Processes beside each other choose from ranges of their own, so that two that start servers at once rarely meet. */
const OF_A_RANGE = 2_500;
const RANGES = 8;
const first = FIRST + (process.pid % RANGES) * OF_A_RANGE;

let tried = Math.floor(Math.random() * OF_A_RANGE);

/** A TCP port of 127.0.0.1 that nobody listened on a moment ago, and that this process has not been given before. */
export async function freePort(): Promise<number> {
  for (let count = 0; count < OF_A_RANGE; count += 1) {
    tried = (tried + 1) % OF_A_RANGE;
    const port = first + tried;
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${OF_A_RANGE} ports from ${first} on is free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
