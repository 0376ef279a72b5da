import { disclosureEntryPublished } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import type { Clock } from '@onewindow/runtime';
import { onEvent, type Reaction } from '@onewindow/service';
import type { EntryJournal } from './entry.kind.ts';
import { replaceEntry } from './replace-entry.ts';

/** An entry that somebody wrote in another's place takes it when it is public (001:21): one entry reaches the other over the stream. */
export function onEntryPublished({
  entries,
  clock,
}: {
  readonly entries: EntryJournal;
  readonly clock: Clock;
}): Reaction {
  return onEvent(disclosureEntryPublished, async ({ happened }, { id: actor, subject, time }) => {
    if (happened.replaces === null) return;
    // It is the only one that may: its order counts for nothing.
    const successor = { id: subject, order: 0, at: instant(time) };
    const cause = { actor, at: clock.now() };
    await replaceEntry(entries, { id: happened.replaces, successor, cause });
  });
}
