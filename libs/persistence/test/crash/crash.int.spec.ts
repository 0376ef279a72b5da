import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import type { OutgoingEvent } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { bundleProgram } from '@onewindow/runtime/testing';
import {
  createReplica,
  ERASED_TEXT,
  newId,
  verifyDatabases,
  type ReplicaRow,
} from '../../src/index.ts';
import { useDatabase } from '../../src/testing/index.ts';
import { idOf, NAMES, NOTES, openPermits, POINTS, runPlan, type CrashPlan } from './plan.ts';

const ROUNDS = Number(env['CRASH_ROUNDS'] ?? '2');
const NOW = instant('2026-03-02T05:00:00.000Z');
const program = bundleProgram(join(__dirname, 'die-while-working.ts'));
afterAll(() => {
  program.remove();
});

interface NotedRow extends ReplicaRow {
  readonly notes: readonly string[];
}

type Entries = readonly { readonly texts?: readonly unknown[] }[];

/** Notes as they were before some were erased: an event may have been made before or after. */
const asWritten = (notes: readonly string[]) =>
  notes.map((note, index) => (note === ERASED_TEXT ? (NOTES[index] ?? '') : note));

interface SealTold {
  readonly happened: { readonly leaves: readonly string[] };
  readonly snapshot: { readonly number: number; readonly head: string };
}

describe('a process that is killed', () => {
  const test = useDatabase();
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-crash-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const linesOf = (file: string) =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const eventsOf = (plan: CrashPlan) =>
    linesOf(plan.events).map((line) => JSON.parse(line) as OutgoingEvent);

  // Each point another time first, so that few rounds see all of a plan.
  const cases = POINTS.flatMap((point, index) =>
    Array.from({ length: ROUNDS }, (_, round) => [point, 1 + ((index + round) % 4)] as const),
  );

  const SETTLED_MS = 250;

  it.each(cases)('at %s, time %i, loses nothing and repeats nothing', async (point, time) => {
    const run = newId();
    const plan: CrashPlan = {
      uri: test().uri,
      database: `crash-${run}`,
      events: join(folder, `${run}-events`),
      acknowledged: join(folder, `${run}-acknowledged`),
    };
    await die({ ...plan, dieAt: { point, time } });

    const permits = await openPermits(plan);
    try {
      const { journal, outbox, database, sealer } = permits;
      // What the killed process had sent last, a busy server may take only now.
      await new Promise((done) => setTimeout(done, SETTLED_MS));
      await outbox.sweep();
      // What was acknowledged is there; of what was not, at most the command that was running.
      const kept = (await journal.findMany(NAMES.map(idOf), NOW)).flatMap((one, index) =>
        asWritten(one?.state.notes ?? []).map((note) => `${NAMES[index] ?? ''}${note}`),
      );
      const acknowledged = linesOf(plan.acknowledged);
      expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
      await expectAllPublished(permits, plan);

      // The callers ask again, and everything is there exactly once.
      await runPlan(plan, permits);
      for (const name of NAMES) {
        const found = await journal.find(idOf(name), NOW);
        expect(found).toMatchObject({
          version: 6,
          state: { notes: [ERASED_TEXT, ERASED_TEXT, '3'] },
        });
        expect(await journal.verify(idOf(name))).toEqual({ ok: true, entries: 6 });
      }
      await outbox.sweep();
      await expectAllPublished(permits, plan);

      // Whoever died while entries moved, none is lost and none is there twice.
      for (const name of NAMES) await journal.maintenance.moveOldest(idOf(name));
      expect(await entriesIn(permits)).toEqual({
        inDocuments: 3,
        inSegments: 15,
        texts: 3,
        long: 0,
      });

      // Whoever died while entries were sealed, each is under one seal and each seal is told.
      await sealer.seal();
      await outbox.sweep();
      const told = eventsOf(plan).flatMap(({ envelope }) =>
        envelope.type.includes('journal-seal') ? [envelope.data as SealTold] : [],
      );
      const seals = new Map(told.map((seal) => [seal.snapshot.number, seal]));
      const leaves = [...seals.values()].flatMap(({ happened }) => happened.leaves);
      expect([leaves.length, new Set(leaves).size]).toEqual([18, 18]);
      const places = [{ program: 'permits', uri: plan.uri, database: plan.database }];
      const publishedSeals = { permits: [...seals.values()].map(({ snapshot }) => snapshot) };
      const { found } = await verifyDatabases(places, { now: new Date(), publishedSeals });
      expect(found).toEqual([]);

      // Whatever the order and however often, a replica ends in the same rows.
      const replica = createReplica<NotedRow>(database, 'replica', { indexes: [], queries: {} });
      for (const { envelope } of eventsOf(plan).reverse()) {
        if (!envelope.type.includes('.permit.')) continue;
        const { notes } = envelope.data as { readonly notes: readonly string[] };
        const { subject: _id, aggregateversion: sourceVersion } = envelope;
        await replica.put({ _id, sourceVersion, notes: asWritten(notes) });
      }
      expect(await replica.findMany(NAMES.map(idOf))).toEqual(
        NAMES.map((name) => ({ _id: idOf(name), sourceVersion: 4, notes: NOTES })),
      );
    } finally {
      await permits.database.connection.dropDatabase();
      await permits.database.close();
    }
  });

  async function die(plan: CrashPlan): Promise<void> {
    const child = spawn(execPath, [program.file, JSON.stringify(plan)], { stdio: 'inherit' });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
  }

  async function entriesIn({ database }: Awaited<ReturnType<typeof openPermits>>) {
    const permits = await database
      .collection<{ _id: string; journal: Entries; longSince?: Date }>('permits')
      .find()
      .toArray();
    const moved = await database
      .collection<{ _id: string; entries: Entries }>('journalSegments')
      .find()
      .toArray();
    const here = permits.flatMap((permit) => permit.journal);
    const there = moved.flatMap(({ entries }) => entries);
    return {
      inDocuments: here.length,
      inSegments: there.length,
      texts: [...here, ...there].flatMap(({ texts = [] }) => texts).length,
      long: permits.filter((permit) => permit.longSince !== undefined).length,
    };
  }

  async function expectAllPublished(
    { journal }: Awaited<ReturnType<typeof openPermits>>,
    plan: CrashPlan,
  ): Promise<void> {
    const published = new Set(eventsOf(plan).map(({ envelope }) => envelope.id));
    for (const name of NAMES) {
      for (const { id } of await journal.history(idOf(name))) expect(published).toContain(id);
    }
  }
});
