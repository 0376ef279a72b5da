import { instant } from '@onewindow/kernel';
import {
  createIndexes,
  createJournal,
  createOutbox,
  createPersonalDataVault,
  createReplica,
  journalIndexes,
  newId,
  replicaIndexes,
  type Database,
  type EventPublisher,
} from '@onewindow/persistence';
import { entryKind } from '../src/entry/entry.kind.ts';
import { itemReplica, type ItemRow } from '../src/item/item-replica.ts';

export const clock = { now: () => instant('2026-09-19T00:00:00.000Z') };

const takesEverything: EventPublisher = { publish: () => Promise.resolve({ failed: [] }) };

/** Entries and the replica of items in collections of their own, with a broker that takes everything. */
export async function entriesIn(database: Database, publisher = takesEverything) {
  const type = { ...entryKind.with().type, collection: `entries-${newId()}` };
  const rows = `items-${newId()}`;
  await createIndexes(database, [journalIndexes(type), replicaIndexes(rows, itemReplica)]);
  const outbox = createOutbox({ publisher, clock });
  const secret = 'a secret for tests, long enough for all of it';
  const texts = createPersonalDataVault({
    ...{ database, clock, keys: [{ id: 'k', secret }], indexSecret: secret, processId: 'tests' },
  });
  const hmacKey = 'a key for tests';
  const entries = createJournal(type, { database, outbox, clock, hmacKey, texts });
  const items = createReplica<ItemRow>(database, rows, itemReplica);
  return { entries, items, outbox, type };
}
