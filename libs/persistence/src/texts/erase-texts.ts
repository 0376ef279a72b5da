import type { JournalEvent } from '../aggregate-type.ts';
import { derivedFields } from '../document-fields.ts';
import { foldJournal } from '../fold-journal.ts';
import type { EraseTextsRequest, ErasureOutcome } from '../journal.ts';
import type { JournalDocument } from '../journal-document.ts';
import type { Coded, JournalWorkings } from '../journal-workings.ts';
import { makeErasure } from '../make-entries.ts';
import { jitter, RETRIES } from '../patience.ts';
import { whole } from '../segments/read-segments.ts';
import { eraseInSegments } from './erase-in-segments.ts';
import { erased } from './erasure.ts';
import { storedState } from './stored-state.ts';
import type { Erasing, TextPlace } from './text-place.ts';

/**
 * Erases texts of an aggregate with their salts: one conditional write takes them out of the document, folds the
 * state without them and appends the entry that says so; then they are taken out of segments. Their digests stay,
 * and the chain holds as before. Nothing left to erase: nothing is written.
 */
export async function eraseTexts<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: EraseTextsRequest,
): Promise<ErasureOutcome> {
  for (let lost = 1; ; lost++) {
    const stored = await workings.model
      .findOne({ _id: request.id })
      .lean<JournalDocument | null>()
      .exec();
    if (stored === null) return { ok: false, rejection: { code: 'NotFound', id: request.id } };
    const document = await whole(workings, stored);
    const places = placesOf(document, request.texts);
    if (places.length === 0) return { ok: true, erased: 0 };
    const written = await writeErasure(workings, document, { request, places });
    if (written !== undefined) {
      await workings.failPoints?.('after-erasure');
      await eraseInSegments(workings, document, written);
      return { ok: true, erased: places.length };
    }
    if (lost > RETRIES) return { ok: false, rejection: { code: 'Conflict' } };
    await jitter(lost);
  }
}

/** Those of the asked texts that are still there; all of them when none are named. */
function placesOf(
  { journal }: JournalDocument,
  asked: readonly TextPlace[] | undefined,
): readonly TextPlace[] {
  const there = journal.flatMap(({ seq, texts = [] }) => texts.map(({ path }) => ({ seq, path })));
  return asked === undefined
    ? there
    : there.filter(({ seq, path }) => asked.some((one) => one.seq === seq && one.path === path));
}

/** What must still be erased in segments; undefined when another write came between. */
async function writeErasure<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  what: { readonly request: EraseTextsRequest; readonly places: readonly TextPlace[] },
): Promise<readonly Erasing[] | undefined> {
  const { type, model, clock } = workings;
  const { request, places } = what;
  const entry = makeErasure(workings, document, { ...request, texts: places });
  const journal = [...erased(document.journal, places), entry];
  const state = foldJournal(type, journal);
  const timers = type.timers?.(state) ?? [];
  const version = entry.seq;
  const prepared = { state, version, timers, entries: [entry], events: [] };
  const { present, absent } = derivedFields(workings, document._id, prepared);
  const { segments } = document;
  const last = segments?.last ?? 0;
  const inSegments = places
    .filter(({ seq }) => seq <= last)
    .map((place): Erasing => ({ ...place, by: entry.id }));
  const now = new Date(clock.now());
  const isSettled = document.published === document.version;
  const moved = segments && {
    ...segments,
    state: storedState(type, document._id, foldJournal(type, journal.slice(0, last))),
    stateVersion: type.stateVersion,
  };
  await workings.failPoints?.('before-write');
  const { _id, stateVersion } = document;
  const result = await model.updateOne(
    {
      ...{ _id, version: document.version, stateVersion },
      ...(segments ? { 'segments.last': last } : { segments: { $exists: false } }),
    },
    {
      $set: {
        ...present,
        journal: journal.slice(last),
        ...(moved && { segments: moved }),
        ...(isSettled && { published: version }),
        // The sweep looks at it, should this process die before the segments are done.
        ...(inSegments.length > 0 && { longSince: now }),
      },
      $inc: { erasures: 1 },
      $min: { unsealedSince: now, ...(!isSettled && { pendingSince: now }) },
      ...(absent.length > 0 && { $unset: Object.fromEntries(absent.map((name) => [name, 1])) }),
      ...(inSegments.length > 0 && { $push: { erasing: { $each: inSegments } } }),
    },
  );
  await workings.failPoints?.('after-write');
  return result.matchedCount === 1 ? inSegments : undefined;
}
