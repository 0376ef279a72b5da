import type { JournalEvent } from './aggregate-type.ts';
import { derivedFields, toldBy } from './document-fields.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import type { SealedPersonalData } from './personal-data.ts';
import type { Prepared } from './prepare-write.ts';
import { isWhole } from './segments/folding-start.ts';
import { SEGMENT_SIZES } from './segments/segment-sizes.ts';

/** The one conditional write of a command. False when another write came between. */
export async function commitEntries<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  what: { readonly prepared: Prepared<State>; readonly personal?: SealedPersonalData | null },
): Promise<boolean> {
  const { prepared, personal } = what;
  const { present, absent } = derivedFields(workings, document._id, prepared);
  const pending = prepared.events.length > 0;
  const settled = !pending && document.published === document.version;
  const { segments, longSince } = document;
  const now = new Date(workings.clock.now());
  const isSealed = prepared.entries.length > 0 && workings.type.unsealed !== true;
  const { from } = workings.segments ?? SEGMENT_SIZES;
  const isLong =
    document.journal.length +
      prepared.entries.length -
      (segments && isWhole(document) ? segments.last : 0) >=
    from;
  // What was read of the segments is of this program's shape now, and belongs to them as they were.
  const reshaped = segments && isWhole(document) ? segments : undefined;
  const result = await workings.model.updateOne(
    {
      _id: document._id,
      version: document.version,
      stateVersion: document.stateVersion,
      ...(reshaped && { 'segments.last': reshaped.last }),
    },
    {
      $set: {
        ...present,
        ...(personal && { personal }),
        ...toldBy(prepared),
        // Entries without a contract event count as published.
        ...(settled && { published: prepared.version }),
        ...(reshaped && { segments: reshaped }),
        ...(isLong && longSince === undefined && { longSince: now }),
      },
      // The oldest of what is pending and of what is not sealed counts: a busy aggregate is swept too.
      ...(!settled || isSealed
        ? {
            $min: {
              ...(!settled && { pendingSince: now }),
              ...(isSealed && { unsealedSince: now }),
            },
          }
        : {}),
      $unset: {
        ...Object.fromEntries([...absent, 'timerWait'].map((field) => [field, 1])),
        ...(personal === null && { personal: 1 }),
      },
      $push: { journal: { $each: prepared.entries } },
    },
  );
  return result.matchedCount === 1;
}
