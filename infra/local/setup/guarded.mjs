import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../guard.mjs', import.meta.url));

/**
 * Keeps a guard process that ends every process group it was told of once this process is gone, even by SIGKILL.
 * The guard is in a session of its own: a terminal's Ctrl-C does not reach it.
 * @param {string} [program]
 * @returns {{ add(pid: number): void, remove(pid: number): void, pids(): readonly number[], close(): void }}
 */
export function startGuard(program = PROGRAM) {
  /** @type {Set<number>} */
  const watched = new Set();
  let closed = false;
  let child = start();

  function start() {
    const guard = spawn(process.execPath, [program], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    guard.unref();
    /** @type {import('node:net').Socket} */ (guard.stdin).unref();
    // A guard that was ended itself is started again; what is written to the dead one meanwhile is repeated here.
    guard.stdin.on('error', () => undefined);
    guard.once('exit', () => {
      if (closed) return;
      child = start();
    });
    watched.forEach((pid) => guard.stdin.write(`+${pid}\n`));
    return guard;
  }

  return {
    add(pid) {
      watched.add(pid);
      child.stdin.write(`+${pid}\n`);
    },
    remove(pid) {
      if (watched.delete(pid)) child.stdin.write(`-${pid}\n`);
    },
    pids: () => [...watched],
    close() {
      closed = true;
      child.stdin.end();
    },
  };
}
