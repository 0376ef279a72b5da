import { appendFileSync } from 'node:fs';
import { instant } from '@onewindow/kernel';
import {
  connectDatabase,
  createIndexes,
  createJournal,
  createOutbox,
  createPersonalDataVault,
  createSealer,
  idFromCommand,
  journalIndexes,
  segmentIndexes,
  type EventPublisher,
  type FailPoints,
} from '../../src/index.ts';
import { permitType } from '../permit.ts';

/** Where the fail points of the lib lie, and one inside the publisher: sent but not acknowledged. */
export const POINTS = [
  'before-write',
  'after-write',
  'before-publish',
  'after-publish',
  'after-acknowledgement',
  'after-published',
  'before-segment',
  'after-segment',
  'after-trim',
  'before-seal',
  'after-seal',
  'after-erasure',
] as const;
export type Point = (typeof POINTS)[number];

export interface CrashPlan {
  readonly uri: string;
  readonly database: string;
  /** Gets a line of JSON for each event that was published. */
  readonly events: string;
  /** Gets the note of each command that was acknowledged. */
  readonly acknowledged: string;
  readonly dieAt?: { readonly point: Point; readonly time: number };
}

const NOON = instant('2026-03-02T04:00:00.000Z');
export const NAMES = ['a', 'b', 'c'] as const;
export const NOTES = ['1', '2', '3'] as const;
/** The entries whose notes are erased at the end. */
const ERASED = [2, 3] as const;
export const idOf = (name: string) => idFromCommand('submitPermit', 'clerk', name);

/** Opens the permits of a plan; `reached` is told of each fail point. */
export async function openPermits(plan: CrashPlan, reached?: (point: Point) => void) {
  const type = { ...permitType, detachable: { NoteAdded: ['text'] } } as const;
  const database = await connectDatabase({ uri: plan.uri, database: plan.database });
  await createIndexes(database, [journalIndexes(type), segmentIndexes]);
  const publisher: EventPublisher = {
    publish: (events) => {
      for (const event of events) appendFileSync(plan.events, `${JSON.stringify(event)}\n`);
      reached?.('after-publish');
      return Promise.resolve({ failed: [] });
    },
  };
  const clock = { now: () => instant(new Date()) };
  const failPoints: FailPoints = (point) => reached?.(point);
  const outbox = createOutbox({ publisher, clock, failPoints, pendingForMs: 0 });
  const hmacKey = 'a key for crashes';
  // So short that every note moves the entry before it.
  const segments = { from: 2, keep: 1 };
  const secret = 'a secret for crashes, long enough';
  const texts = createPersonalDataVault({
    ...{ database, clock, keys: [{ id: 'k', secret }], indexSecret: secret, processId: 'crash' },
  });
  const options = { database, outbox, clock, failPoints, hmacKey, segments, texts };
  const journal = createJournal(type, options);
  const sealing = { service: 'permits', journals: [journal], businessClock: { now: () => NOON } };
  const sealer = createSealer({ ...options, ...sealing });
  await createIndexes(database, [sealer.indexes]);
  return { database, outbox, journal, sealer };
}

/** Nine commands with ids of their own: running the plan again repeats them. */
export async function runPlan(
  plan: CrashPlan,
  { journal, outbox, sealer }: Awaited<ReturnType<typeof openPermits>>,
): Promise<void> {
  for (const name of NAMES) {
    const id = idOf(name);
    const meta = { actor: 'clerk', at: NOON, commandId: name };
    const fee = { yuan: '12.00' };
    const command = { type: 'Submit', region: 'r', code: name, fee, dueAt: null } as const;
    const created = await journal.create({ id, command, meta });
    if (!created.ok) throw new Error(`${name} was refused: ${created.rejection.code}`);
    for (const text of NOTES) {
      const command = { type: 'AddNote', text } as const;
      const noted = await journal.handle({ id, command, meta: { ...meta, commandId: text } });
      if (!noted.ok) throw new Error(`${name}${text} was refused: ${noted.rejection.code}`);
      appendFileSync(plan.acknowledged, `${name}${text}\n`);
      // Every other command is published while the next one runs.
      if (text !== '2') continue;
      await outbox.drain();
      await journal.maintenance.moveOldest(id);
      await sealer.seal();
    }
    await outbox.drain();
    for (const seq of ERASED) {
      const texts = [{ seq, path: 'text' }];
      const erasure = { id, texts, reason: 'decision 7', by: 'chief', at: NOON };
      const erased = await journal.eraseTexts(erasure);
      if (!erased.ok) throw new Error(`Erasing was refused: ${erased.rejection.code}`);
    }
    await sealer.seal();
  }
  await outbox.drain();
}
