import { journalSealMade, type EventEnvelope } from '@onewindow/contracts';
import { createIndexes, createSealer, newId, type Database } from '@onewindow/persistence';
import { at, commands } from './an-entry.ts';
import { clock, entriesIn } from './entries-in.ts';

/**
 * The seals of a service's journals as it tells them, oldest first: a real sealer over real entries. Each call begins
 * anew, as a service would whose journals were rewritten as a whole.
 */
export async function sealsOf(
  service: string,
  database: Database,
  seals: number,
): Promise<readonly EventEnvelope[]> {
  const told: EventEnvelope[] = [];
  const { entries, outbox } = await entriesIn(database, {
    publish: (events) => {
      told.push(...events.map(({ envelope }) => envelope));
      return Promise.resolve({ failed: [] });
    },
  });
  const sealer = createSealer({
    database,
    outbox,
    clock,
    hmacKey: 'a key for tests',
    service,
    journals: [entries],
    businessClock: clock,
  });
  await createIndexes(database, [sealer.indexes]);
  await database.collection('journalSeals').deleteMany({});
  for (let made = 0; made < seals; made++) {
    await entries.create({
      id: newId(),
      command: commands.DraftEntry,
      meta: { actor: 'test', at },
    });
    await sealer.seal();
    await outbox.drain();
  }
  const { type } = journalSealMade(service);
  return told.filter((event) => event.type === type);
}
