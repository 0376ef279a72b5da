import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, signalGroup } from './process-group.mjs';

/**
 * Ends process groups: SIGTERM, once more after `againMs` (one in a server's first milliseconds is lost), by force
 * after `forceMs`. Answers when nothing of them is left.
 * @param {readonly number[]} pids
 * @param {{ againMs: number, forceMs: number }} patience
 */
export async function endGroups(pids, { againMs, forceMs } = { againMs: 5_000, forceMs: 10_000 }) {
  const began = Date.now();
  const due = [
    { at: 0, signal: /** @type {const} */ ('SIGTERM') },
    { at: againMs, signal: /** @type {const} */ ('SIGTERM') },
    { at: forceMs, signal: /** @type {const} */ ('SIGKILL') },
  ];
  while (due.length > 0 && pids.some(isAlive)) {
    if (Date.now() - began >= (due[0]?.at ?? 0)) {
      const { signal } = /** @type {{ signal: NodeJS.Signals }} */ (due.shift());
      pids.forEach((pid) => {
        signalGroup(pid, signal);
      });
    }
    await sleep(50);
  }
}
