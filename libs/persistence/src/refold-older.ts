import type { JournalEvent } from './aggregate-type.ts';
import { commitEntries } from './commit-entries.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { prepareNext } from './prepare-write.ts';
import { foldable } from './segments/read-segments.ts';

const BATCH = 100;

/**
 * The migration of a state's shape: folds again, entry by entry, what an older version of the program
 * stored. A write that comes between folds it itself. Any number of replicas may run it.
 */
export async function refoldOlder<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(workings: JournalWorkings<State, Command, Event, Rejection>): Promise<number> {
  const { model, type } = workings;
  let refolded = 0;
  for (;;) {
    const older = await model
      .find({ stateVersion: { $lt: type.stateVersion } })
      .limit(BATCH)
      .lean<JournalDocument[]>()
      .exec();
    for (const stored of older) {
      const document = await foldable(workings, stored);
      const prepared = prepareNext(workings, document, []);
      if (await commitEntries(workings, document, { prepared })) refolded++;
    }
    if (older.length < BATCH) return refolded;
  }
}
