import type { mongo } from 'mongoose';
import { kindOfCollection } from '../kind-of-collection.ts';
import type { JournalDocument } from '../journal-document.ts';
import { wholeJournals } from '../segments/read-segments.ts';
import {
  beginningOf,
  type AskedCollection,
  type Discrepancy,
  type VerifyStep,
} from '../verify-step.ts';
import { SEAL_COLLECTION, type SealEvent, type SealState } from './journal-seal.ts';
import { leafOf, sealRoot } from './seal-hashes.ts';
import { isSoundSeal } from './sound-seal.ts';

interface StoredSeal {
  readonly _id: string;
  readonly state: SealState;
  readonly journal: readonly { readonly data: Omit<SealEvent, 'type'> }[];
}
type Seals = mongo.Collection<StoredSeal>;
type Fault = Pick<Discrepancy, 'collection' | 'id' | 'what'>;

/**
 * Holds the journals of a database against its seals, oldest seal first, one a step: that none is missing, that
 * each stands on the one before it and is the one that was published (as far as `options.publishedSeals` tells),
 * and that every entry that it covers is still there as it was sealed. A journal that is not is named once.
 */
export async function* verifySeals(
  asked: AskedCollection,
  journals: readonly string[],
): AsyncIterable<VerifyStep> {
  const { program, db, options } = asked;
  const beginning = beginningOf(asked);
  if (beginning === undefined) return;
  const seals: Seals = db.collection(SEAL_COLLECTION);
  const published = new Map(
    (options.publishedSeals?.[program] ?? []).map(({ number, head }) => [number, head]),
  );
  const told = new Set<string>();
  let last = await beforeFirst(seals, { ...beginning, ...options });
  for (;;) {
    const seal = await nextSeal(seals, last?.number ?? 0);
    const faults: Fault[] = [...missingSeals(last, seal?.state, [...published.keys()])];
    if (seal !== undefined) {
      faults.push(...sealFaults(program, seal, { last, published }));
      for (const one of await coveredFaults(asked, journals, seal)) {
        const key = `${one.collection}:${one.id}`;
        if (!told.has(key)) faults.push(one);
        told.add(key);
      }
    }
    yield {
      ...{ program, collection: SEAL_COLLECTION, looked: 0 },
      ...(seal && { after: String(seal.state.number) }),
      found: faults.map((fault) => ({ level: 'broken', program, ...fault })),
    };
    if (seal === undefined) return;
    last = seal.state;
  }
}

async function nextSeal(seals: Seals, number: number): Promise<StoredSeal | undefined> {
  const found = await seals
    .find({ 'state.number': { $gt: number } })
    .sort({ 'state.number': 1 })
    .limit(1)
    .toArray();
  return found[0];
}

/** The seal behind which to begin. */
async function beforeFirst(
  seals: Seals,
  { after, newest }: { readonly after?: string; readonly newest?: number },
): Promise<SealState | undefined> {
  const found = await seals
    .find(after === undefined ? {} : { 'state.number': { $lte: Number(after) } })
    .sort({ 'state.number': -1 })
    .skip(after === undefined ? (newest ?? 0) : 0)
    .limit(after === undefined && newest === undefined ? 0 : 1)
    .project<Pick<StoredSeal, 'state'>>({ state: 1 })
    .toArray();
  return after === undefined && newest === undefined ? undefined : found[0]?.state;
}

function missingSeals(
  last: SealState | undefined,
  next: SealState | undefined,
  published: readonly number[],
): readonly Fault[] {
  const first = (last?.number ?? 0) + 1;
  // Behind the last one there can be only such as were published.
  const end = next?.number ?? Math.max(0, ...published) + 1;
  return Array.from({ length: Math.max(0, end - first) }, (_, n) =>
    sealFault(first + n, 'is missing'),
  );
}

const sealFault = (number: number, what: string): Fault => ({
  ...{ collection: SEAL_COLLECTION, id: String(number), what },
});

function sealFaults(
  service: string,
  { state, journal }: StoredSeal,
  held: {
    readonly last: SealState | undefined;
    readonly published: ReadonlyMap<number, string>;
  },
): readonly Fault[] {
  const { number, previous, head } = state;
  const leaves = journal[0]?.data.leaves ?? [];
  const before = held.last?.head ?? sealRoot(service);
  const stands =
    // Behind a gap nobody knows what it stood on.
    (number !== (held.last?.number ?? 0) + 1 || previous === before) &&
    isSoundSeal(service, state, leaves) &&
    journal[0]?.data.head === head;
  const told = held.published.get(number);
  return [
    ...(stands ? [] : [sealFault(number, 'is not what was made, or stands on another')]),
    ...(told === undefined || told === head
      ? []
      : [sealFault(number, 'is not the one that was published')]),
  ];
}

type Sealed = Pick<JournalDocument, '_id' | 'journal' | 'segments'>;

/** Which of the journals that a seal covers do not have what was sealed. */
async function coveredFaults(
  { program: service, db }: AskedCollection,
  journals: readonly string[],
  { journal: [made] }: StoredSeal,
): Promise<readonly Fault[]> {
  const { covers = [], leaves = [] } = made?.data ?? {};
  const faults: Fault[] = [];
  let at = 0;
  const database: Parameters<typeof wholeJournals>[0] = {
    collection: (name) => db.collection(name),
  };
  for (const { kind, id, from, to } of covers) {
    const sealed = leaves.slice(at, (at += Math.max(0, to - from + 1)));
    if (sealed.length === 0) continue;
    const collection = journals.find((name) => kindOfCollection(name) === kind) ?? kind;
    const fault = (what: string) => faults.push({ collection, id, what });
    const document = await db
      .collection<Sealed>(collection)
      .findOne({ _id: id }, { projection: { 'journal.seq': 1, 'journal.hash': 1, segments: 1 } });
    if (document === null) {
      fault(`is gone, and was sealed up to entry ${String(to)}`);
      continue;
    }
    const entries = await entriesOf(database, kind, { document, from });
    const bad = sealed.findIndex((leaf, n) => {
      const hash = entries.get(from + n);
      return hash === undefined || leafOf({ service, kind, id, seq: from + n, hash }) !== leaf;
    });
    if (bad < 0) continue;
    fault(
      entries.has(from + bad)
        ? `entry ${String(from + bad)} is not the one that was sealed`
        : `entry ${String(from + bad)} is gone, and was sealed`,
    );
  }
  return faults;
}

async function entriesOf(
  database: Parameters<typeof wholeJournals>[0],
  kind: string,
  { document, from }: { readonly document: Sealed; readonly from: number },
): Promise<ReadonlyMap<number, string>> {
  const isHere = from > (document.segments?.last ?? 0);
  try {
    const [entries = []] = isHere
      ? [document.journal]
      : await wholeJournals(database, kind, [document]);
    return new Map(entries.map(({ seq, hash }) => [seq, hash]));
  } catch {
    // A segment is missing: what it held is gone.
    return new Map(document.journal.map(({ seq, hash }) => [seq, hash]));
  }
}
