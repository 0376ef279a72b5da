import type { JournalEvent } from './aggregate-type.ts';
import { announce } from './announce.ts';
import { brokenFact, isDuplicateKey } from './duplicate-key.ts';
import type { CreateManyRequest, Outcome } from './journal.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { refusedWrite } from './refused-write.ts';
import { foldable } from './segments/read-segments.ts';
import { created, prepareCreation, resolveExisting, type Creation } from './write-creation.ts';

/** Documents in one insert. */
const BATCH = 500;

interface Accepted<State, Event> {
  readonly position: number;
  readonly creation: Creation<State, Event>;
}

/** Many new aggregates by unordered inserts: one that is there already holds up no other. */
export async function writeCreations<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  requests: readonly CreateManyRequest<Command>[],
): Promise<readonly Outcome<State, Event, Rejection>[]> {
  const outcomes: Outcome<State, Event, Rejection>[] = [];
  const accepted: Accepted<State, Event>[] = [];
  const { decide, initial } = workings.type.decider;
  requests.forEach((request, position) => {
    const decision = decide(request.command, initial);
    if (decision.accepted) {
      accepted.push({ position, creation: prepareCreation(workings, request, decision) });
    } else {
      outcomes[position] = { ok: false, rejection: decision.rejection };
    }
  });
  for (let from = 0; from < accepted.length; from += BATCH) {
    const batch = accepted.slice(from, from + BATCH);
    const duplicates = await insertAll(workings, batch);
    const existing = await loadAll(
      workings,
      duplicates.map(({ id }) => id),
    );
    for (const [index, { position, creation }] of batch.entries()) {
      const duplicate = duplicates.find((one) => one.index === index);
      const there = existing.get(creation.document._id);
      const request = requests[position];
      if (duplicate === undefined) {
        announce(workings, creation.document._id, creation.prepared);
        outcomes[position] = created(creation);
      } else if (there !== undefined && request !== undefined) {
        outcomes[position] = await resolveExisting(workings, there, request);
      } else {
        const write = refusedWrite(workings, creation.document);
        const fact = (await brokenFact(duplicate.error, write)) ?? '_id';
        outcomes[position] = { ok: false, rejection: { code: 'AlreadyExists', fact } };
      }
    }
  }
  return outcomes;
}

interface Duplicate {
  readonly index: number;
  readonly id: string;
  readonly error: unknown;
}

async function insertAll<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  batch: readonly Accepted<State, Event>[],
): Promise<readonly Duplicate[]> {
  const documents = batch.map(({ creation }) => creation.document);
  await workings.failPoints?.('before-write');
  try {
    await workings.model.insertMany(documents, { ordered: false, lean: true });
    return [];
  } catch (error) {
    const { writeErrors } = error as { writeErrors?: readonly { readonly index: number }[] };
    if (writeErrors === undefined) throw error;
    return writeErrors.map((one) => {
      if (!isDuplicateKey(one)) throw error;
      return { index: one.index, id: documents[one.index]?._id ?? '', error: one };
    });
  } finally {
    await workings.failPoints?.('after-write');
  }
}

async function loadAll<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JournalDocument>> {
  if (ids.length === 0) return new Map();
  const found = await workings.model
    .find({ _id: { $in: [...ids] } })
    .lean<JournalDocument[]>()
    .exec();
  const all = await Promise.all(found.map((document) => foldable(workings, document)));
  return new Map(all.map((document) => [document._id, document]));
}
