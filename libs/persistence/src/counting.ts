import { createInTurn, type InTurn } from '@onewindow/runtime';
import type { Database } from './database.ts';

/** The longest that a list or a count may take in the database, in milliseconds: nobody waits for it any more. */
export const IN_TIME = { maxTimeMS: 8_000 } as const;

/** Counts read what they count: more of them at once would hold up everything else that the database does. */
const AT_ONCE = 2;

const turns = new WeakMap<Database, InTurn>();

/**
 * Counts in turn, two at once in a process. Throws where the turn came later than anybody waits: what a crowd has
 * given up on is not counted.
 */
export function counting<Counted>(
  database: Database,
  count: () => Promise<Counted>,
): Promise<Counted> {
  const inTurn = turns.get(database) ?? createInTurn(AT_ONCE);
  turns.set(database, inTurn);
  const asked = performance.now();
  return inTurn(() => {
    if (performance.now() - asked > IN_TIME.maxTimeMS) {
      throw new Error('Too many counts are waiting: this one came too late.');
    }
    return count();
  });
}
