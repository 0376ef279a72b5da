import { endGroups } from './end-groups.mjs';
import { startGuard } from './guarded.mjs';
import { tell } from './sentence.mjs';
import { onStopWanted } from './signals.mjs';

/**
 * What `npm start` and `npm test` have in common at their edge: a guard, and an end that leaves nothing running.
 * @param {(edge: { guard: ReturnType<typeof startGuard>, atEnd(stop: () => Promise<unknown>): void, end(code: number): Promise<never> }) => Promise<void>} work
 */
export async function runGuarded(work) {
  const guard = startGuard();
  /** @type {() => Promise<unknown>} */
  let stop = () => Promise.resolve();
  /** @type {Promise<never> | undefined} */
  let ending;
  const end = (/** @type {number} */ code) => (ending ??= endAll(code));
  /** @param {number} code @returns {Promise<never>} */
  async function endAll(code) {
    try {
      await stop();
    } catch (error) {
      tell(error);
    }
    await endGroups(guard.pids());
    guard.close();
    process.exit(code);
  }
  onStopWanted((code) => void end(code));
  try {
    await work({
      guard,
      end,
      atEnd: (how) => {
        stop = how;
      },
    });
  } catch (error) {
    // What fails because somebody stopped it half-way is not told.
    if (ending === undefined) tell(error);
    await end(1);
  }
}
