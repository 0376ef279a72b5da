import { instant } from '@onewindow/kernel';
import type { JournalEvent } from '../aggregate-type.ts';
import { announce } from '../announce.ts';
import { derivedFields } from '../document-fields.ts';
import { foldJournal, stateOf } from '../fold-journal.ts';
import type { EraseTextsRequest, ErasureOutcome } from '../journal.ts';
import type { JournalDocument } from '../journal-document.ts';
import type { Coded, JournalWorkings } from '../journal-workings.ts';
import { makeErasure } from '../make-entries.ts';
import { outgoingEvents } from '../outgoing-events.ts';
import { jitter, RETRIES } from '../patience.ts';
import type { Prepared } from '../prepare-write.ts';
import { whole } from '../segments/read-segments.ts';
import { toLoaded } from '../to-loaded.ts';
import { eraseInSegments } from './erase-in-segments.ts';
import { erased, isErasure } from './erasure.ts';
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
  Refusal extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: EraseTextsRequest<State, Refusal>,
): Promise<ErasureOutcome<Refusal>> {
  for (let lost = 1; ; lost++) {
    const stored = await workings.model
      .findOne({ _id: request.id })
      .lean<JournalDocument | null>()
      .exec();
    if (stored === null) return { ok: false, rejection: { code: 'NotFound', id: request.id } };
    const document = await whole(workings, stored);
    const refusal = await refusalOf(workings, document, request);
    if (refusal !== null) return { ok: false, rejection: refusal };
    const places = placesOf(document, request.texts);
    if (places.length === 0) return { ok: true, erased: 0 };
    const { admit: _, ...why } = request;
    const written = await writeErasure(workings, document, { why, places });
    if (written !== undefined) {
      await workings.failPoints?.('after-erasure');
      announce(workings, request.id, written.prepared);
      await eraseInSegments(workings, document, written.inSegments);
      return { ok: true, erased: places.length };
    }
    if (lost > RETRIES) return { ok: false, rejection: { code: 'Conflict' } };
    await jitter(lost);
  }
}

async function refusalOf<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
  Refusal extends Coded,
>(
  { type }: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  { admit, at }: EraseTextsRequest<State, Refusal>,
): Promise<Refusal | null> {
  const last = document.journal.findLast((entry) => !isErasure(entry));
  if (admit === undefined || last === undefined) return null;
  const loaded = toLoaded(type, document, { state: stateOf(type, document), at });
  return admit(loaded, instant(last.at));
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

/** What must still be erased in segments and what is to be told; undefined when another write came between. */
async function writeErasure<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  what: {
    readonly why: Omit<EraseTextsRequest, 'admit'>;
    readonly places: readonly TextPlace[];
  },
): Promise<Written<State> | undefined> {
  const { type, model, clock } = workings;
  const { why, places } = what;
  const entry = makeErasure(workings, document, { ...why, texts: places });
  const journal = [...erased(document.journal, places), entry];
  const state = foldJournal(type, journal);
  const timers = type.timers?.(state) ?? [];
  const version = entry.seq;
  const { events } = outgoingEvents(type, document._id, { state, entries: [entry] });
  const wasSettled = document.published === document.version;
  const prepared: Prepared<State> = {
    ...{ state, version, timers, entries: [entry], events },
    // The sweep tells what was pending before, and this behind it.
    ...(!wasSettled && { isLeftToSweep: true }),
  };
  const { present, absent } = derivedFields(workings, document._id, prepared);
  const { segments } = document;
  const last = segments?.last ?? 0;
  const inSegments = places
    .filter(({ seq }) => seq <= last)
    .map((place): Erasing => ({ ...place, by: entry.id }));
  const now = new Date(clock.now());
  const isSettled = wasSettled && events.length === 0;
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
      $push: {
        erased: {
          at: entry.at,
          reason: why.reason,
          legalBasis: why.legalBasis ?? null,
          decision: why.decision ?? null,
          texts: places.length,
        },
        ...(inSegments.length > 0 && { erasing: { $each: inSegments } }),
      },
    },
  );
  await workings.failPoints?.('after-write');
  return result.matchedCount === 1 ? { inSegments, prepared } : undefined;
}

interface Written<State> {
  readonly inSegments: readonly Erasing[];
  readonly prepared: Prepared<State>;
}
