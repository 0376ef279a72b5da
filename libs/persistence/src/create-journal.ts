import type { AggregateType, JournalEvent } from './aggregate-type.ts';
import { outboxSource } from './announce.ts';
import { inCommandSpan, inCreationsSpan } from './command-span.ts';
import type { CollectionIndexes } from './plan-indexes.ts';
import type { Journal } from './journal.ts';
import type { JournalDocument } from './journal-document.ts';
import { journalModel } from './journal-model.ts';
import type { Coded, JournalDependencies, JournalWorkings } from './journal-workings.ts';
import { countAggregates, findFirst, findIds, listAggregates } from './list-aggregates.ts';
import { countEach, listEach } from './list-each.ts';
import { maintenanceOf, type Maintained } from './maintenance.ts';
import { readHistories } from './read-histories.ts';
import { findMany } from './read-aggregates.ts';
import { segmentsOf } from './segments/read-segments.ts';
import { siftAggregates } from './sift-aggregates.ts';
import { eraseTexts } from './texts/erase-texts.ts';
import { verifyJournal } from './verify-journal.ts';
import { writeCommand } from './write-command.ts';
import { writeCreation } from './write-creation.ts';
import { writeCreations } from './write-creations.ts';

/** The indexes that a kind of aggregate needs: its own, and those of the sweeps. For `createIndexes`. */
export function journalIndexes(
  type: Pick<AggregateType<never, never, never, never>, 'collection' | 'indexes'>,
): CollectionIndexes {
  return {
    collection: type.collection,
    indexes: [
      { fields: { nextTimerAt: 1 }, sparse: true },
      { fields: { pendingSince: 1 }, sparse: true },
      { fields: { publishedAt: 1 }, sparse: true },
      { fields: { stateVersion: 1 } },
      { fields: { longSince: 1 }, sparse: true },
      { fields: { unsealedSince: 1 }, sparse: true },
      ...type.indexes,
    ],
  };
}

/** The journal of one kind of aggregate. Its indexes must be there before its first write. */
export function createJournal<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  dependencies: JournalDependencies,
): Journal<State, Command, Event, Rejection> & Maintained {
  const { texts } = dependencies;
  if ((type.detachable ?? type.textsInState) !== undefined && texts === undefined) {
    throw new Error(`A ${type.kind} has detachable texts and no vault for them.`);
  }
  const model = journalModel(dependencies.database, type.collection);
  const workings: JournalWorkings<State, Command, Event, Rejection> = {
    ...dependencies,
    type: texts ? { ...type, texts } : type,
    model,
  };
  dependencies.outbox.register(outboxSource(workings));
  return {
    kind: type.kind,
    handle: (request) => inCommandSpan(workings, request, (it) => writeCommand(workings, it)),
    create: (request) => inCommandSpan(workings, request, (it) => writeCreation(workings, it)),
    createMany: (requests) =>
      inCreationsSpan(workings, requests, (them) => writeCreations(workings, them)),
    find: async (id, at) => (await findMany(workings, [id], { at }))[0] ?? null,
    findMany: (ids, at, parts) => findMany(workings, ids, { at, parts }),
    findBy: (query, equality, at) => findFirst(workings, { query, equality }, at),
    idsBy: (query, equality, atMost) => findIds(workings, { query, equality }, atMost),
    list: (request, at) => listAggregates(workings, request, at),
    count: (request) => countAggregates(workings, request),
    listEach: (request, at) => listEach(workings, request, at),
    countEach: (request) => countEach(workings, request),
    sift: (request) => siftAggregates(workings, request),
    history: async (id) => (await readHistories(workings, [id]))[0] ?? [],
    histories: (ids) => readHistories(workings, ids),
    eraseTexts: (request) => eraseTexts(workings, request),
    verify: async (id) => {
      const document = await model.findOne({ _id: id }).lean<JournalDocument | null>().exec();
      if (document === null) return null;
      const segments = await segmentsOf(dependencies.database, type.kind, document);
      return verifyJournal(type.kind, document, segments);
    },
    maintenance: maintenanceOf(workings),
  };
}
