import { addMilliseconds, type Instant } from '@onewindow/kernel';
import type { Clock } from '@onewindow/runtime';
import { createJournal, journalIndexes } from '../create-journal.ts';
import type { JournalDependencies } from '../journal-workings.ts';
import type { Maintained } from '../maintenance.ts';
import type { CollectionIndexes } from '../plan-indexes.ts';
import { repeatedly } from '../repeatedly.ts';
import {
  journalSealType,
  MOST_LEAVES,
  sealId,
  type Covered,
  type SealJournal,
  type SealState,
} from './journal-seal.ts';
import { sealRoot } from './seal-hashes.ts';
import { unsealedEntries } from './unsealed-entries.ts';

/** Who seals. */
export const SEALER_ACTOR = 'system:sealer';

const HOUR_MS = 3_600_000;
/** How often it is looked whether something waits for long enough. */
const LOOK_MS = 60_000;

export interface SealerOptions extends JournalDependencies {
  /** The name of the service, as its events have it. */
  readonly service: string;
  /** What is sealed. */
  readonly journals: readonly Maintained[];
  /** The business clock, for the moment of a seal; an hour is one of the trust clock. */
  readonly businessClock: Clock;
  /** No entry waits longer for its seal; an hour when absent. */
  readonly everyMs?: number;
  /** Leaves of one seal, `MOST_LEAVES` when absent. */
  readonly most?: number;
}

export interface Sealer {
  readonly journal: SealJournal & Maintained;
  readonly indexes: CollectionIndexes;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** Seals all that no seal covers; answers how many seals it made. */
  readonly seal: () => Promise<number>;
}

/**
 * Seals journals: a batch of opaque leaves, one for each entry that no seal covers yet, with the root of their
 * Merkle tree, standing on the seal before. What the seals tell leaves the service as events, so that whoever keeps
 * them notices from outside when a journal was rewritten as a whole, cut short, or taken away. Any number of
 * replicas may run one.
 */
export function createSealer(options: SealerOptions): Sealer {
  const { service, journals, clock, businessClock, database } = options;
  const { everyMs = HOUR_MS, most = MOST_LEAVES, failPoints, log } = options;
  const type = journalSealType(service);
  const journal = createJournal(type, options);

  const newest = async (): Promise<SealState | undefined> => {
    const at = businessClock.now();
    const { edges } = await journal.list({ query: 'newest', equality: {}, first: 1 }, at);
    return edges[0]?.node.state;
  };

  const seal = async (): Promise<number> => {
    const last = await newest();
    // Who made the last seal may have died before he noted what it covers.
    if (last === undefined) await markAll(journals, clock.now());
    else await noteSealed(journals, await coversOf(journal, sealId(service, last.number)));
    let before = last;
    for (let made = 0; ; made++) {
      const { leaves, covers } = await unsealedEntries({ database, service }, journals, most);
      if (leaves.length === 0) {
        await noteSealed(journals, covers);
        return made;
      }
      const number: number = (before?.number ?? 0) + 1;
      const previous: string = before?.head ?? sealRoot(service);
      await failPoints?.('before-seal');
      const outcome = await journal.create({
        id: sealId(service, number),
        command: { type: 'MakeSeal', number, previous, leaves, covers },
        meta: { actor: SEALER_ACTOR, at: businessClock.now() },
      });
      // Another replica has made it, of the same entries.
      if (!outcome.ok) return made;
      await failPoints?.('after-seal');
      await noteSealed(journals, covers);
      before = outcome.aggregate.state;
    }
  };

  const isDue = async () => {
    const since = new Date(addMilliseconds(clock.now(), -everyMs));
    for (const { maintenance } of journals) {
      const filter = { unsealedSince: { $lte: since } };
      if ((await maintenance.model.exists(filter)) !== null) return true;
    }
    return false;
  };
  const sealing = repeatedly({
    what: 'sealing',
    everyMs: Math.min(everyMs, LOOK_MS),
    round: async () => {
      if (await isDue()) await seal();
    },
    ...(log && { log }),
  });
  return { journal, indexes: journalIndexes(type), ...sealing, seal };
}

async function coversOf(journal: SealJournal, id: string): Promise<readonly Covered[]> {
  const [made] = await journal.history(id);
  return made?.event.covers ?? [];
}

/** What was written before there were seals has no mark yet. Once, before the first seal. */
async function markAll(journals: readonly Maintained[], now: Instant): Promise<void> {
  for (const { maintenance } of journals) {
    await maintenance.model.updateMany(
      { unsealedSince: { $exists: false }, sealed: { $exists: false } },
      { $set: { unsealedSince: new Date(now) } },
    );
  }
}

/**
 * The first update is the usual one; the second matches only where another write came between, whose entries are
 * still to be sealed, so that the mark stays. Doing it again changes nothing.
 */
async function noteSealed(
  journals: readonly Maintained[],
  covers: readonly Covered[],
): Promise<void> {
  for (const { kind, maintenance } of journals) {
    const own = covers.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    await maintenance.model.bulkWrite(
      own.flatMap(({ id: _id, to }) => [
        {
          updateOne: {
            filter: { _id, version: to },
            update: { $max: { sealed: to }, $unset: { unsealedSince: 1 } },
          },
        },
        {
          updateOne: {
            filter: { _id, version: { $gt: to } },
            update: { $max: { sealed: to } },
          },
        },
      ]),
      { ordered: false },
    );
  }
}
