import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Ports below those that systems give to outgoing connections (from 32,768 on Linux, 49,152 elsewhere): between the
 * choice and the start of a server no connection takes one of these.
 */
const FIRST = 12_000;
/** Processes beside each other choose from ranges of their own, so that two that start servers at once rarely meet. */
const OF_A_RANGE = 2_500;
const RANGES = 8;
const first = FIRST + (process.pid % RANGES) * OF_A_RANGE;

/** One file for each port that was given away: whoever got it has a minute to listen there. */
const GIVEN = join(tmpdir(), 'onewindow-ports');
const A_MINUTE = 60_000;

let tried = Math.floor(Math.random() * OF_A_RANGE);

/**
 * A TCP port of 127.0.0.1 that nobody listened on a moment ago, that this process has not been given before, and no
 * other one within a minute.
 */
export async function freePort(): Promise<number> {
  for (let count = 0; count < OF_A_RANGE; count += 1) {
    tried = (tried + 1) % OF_A_RANGE;
    const port = first + tried;
    if (isOwn(port) && (await isFree(port))) return port;
  }
  throw new Error(`None of ${OF_A_RANGE} ports from ${first} on is free.`);
}

/** Whether no process was given it within a minute; now this one is. */
function isOwn(port: number): boolean {
  mkdirSync(GIVEN, { recursive: true });
  const file = join(GIVEN, port.toString());
  try {
    if (Date.now() - statSync(file).mtimeMs < A_MINUTE) return false;
    rmSync(file, { force: true });
  } catch (error) {
    if (!isOfCode(error, 'ENOENT')) throw error;
  }
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (isOfCode(error, 'EEXIST')) return false;
    throw error;
  }
}

const isOfCode = (error: unknown, code: string): boolean =>
  (error as NodeJS.ErrnoException).code === code;

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
