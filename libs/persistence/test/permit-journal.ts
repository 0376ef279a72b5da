import { instant, type Instant } from '@onewindow/kernel';
import type { OutgoingEvent } from '@onewindow/contracts';
import {
  createIndexes,
  createJournal,
  createOutbox,
  createSegmentSweep,
  journalIndexes,
  segmentIndexes,
  newId,
  type AggregateType,
  type EventPublisher,
  type FailPoints,
  type JournalDependencies,
  type Log,
} from '../src/index.ts';
import type { TestDatabase } from '../src/testing/index.ts';
import {
  permitType,
  type PermitCommand,
  type PermitEvent,
  type PermitRejection,
  type PermitState,
} from './permit.ts';

export type PermitType = AggregateType<PermitState, PermitCommand, PermitEvent, PermitRejection>;

export const NOON = instant('2026-03-02T04:00:00.000Z');
export const REGION = '0192d3f4-0000-7000-8000-000000000001';

/** A publisher that remembers, and fails as told. */
export function rememberingPublisher() {
  const sent: OutgoingEvent[] = [];
  const wishes: {
    away: boolean;
    /** The stream has no leader: every event comes back, each with that as reason. */
    leaderless: boolean;
    refuse: (event: OutgoingEvent) => boolean;
  } = {
    away: false,
    leaderless: false,
    refuse: () => false,
  };
  const publisher: EventPublisher = {
    publish: (events) => {
      if (wishes.away) return Promise.reject(new Error('The broker is away.'));
      if (wishes.leaderless) {
        const failed = events.map((_, index) => ({ index, reason: '503', isAway: true }));
        return Promise.resolve({ failed });
      }
      const failed = events.flatMap((event, index) =>
        wishes.refuse(event) ? [{ index, reason: 'refused' }] : [],
      );
      sent.push(...events.filter((event) => !wishes.refuse(event)));
      return Promise.resolve({ failed });
    },
  };
  return { publisher, sent, wishes };
}

export const realClock = { now: (): Instant => instant(new Date()) };

/** A journal of permits in a collection of its own, with an outbox that never sweeps by itself. */
export async function permitJournal(
  { database }: TestDatabase,
  options: {
    readonly change?: Partial<PermitType>;
    readonly publisher?: EventPublisher;
    readonly failPoints?: FailPoints;
    readonly log?: Log;
    readonly collection?: string;
    readonly sweepEveryMs?: number;
    readonly texts?: JournalDependencies['texts'];
    readonly segments?: JournalDependencies['segments'];
    readonly countCommand?: JournalDependencies['countCommand'];
  } = {},
) {
  const { change, failPoints, log } = options;
  const type: PermitType = {
    ...permitType,
    collection: options.collection ?? `permits-${newId()}`,
    ...change,
  };
  await createIndexes(database, [journalIndexes(type), segmentIndexes]);
  const remembering = rememberingPublisher();
  const outbox = createOutbox({
    publisher: options.publisher ?? remembering.publisher,
    clock: realClock,
    pendingForMs: 0,
    ...(options.sweepEveryMs !== undefined && { sweepEveryMs: options.sweepEveryMs }),
    ...(log && { log }),
    ...(failPoints && { failPoints }),
  });
  const journal = createJournal(type, {
    database,
    outbox,
    hmacKey: 'a key for tests',
    clock: realClock,
    ...(options.texts && { texts: options.texts }),
    ...(options.segments && { segments: options.segments }),
    ...(options.countCommand && { countCommand: options.countCommand }),
    ...(log && { log }),
    ...(failPoints && { failPoints }),
  });
  const segments = createSegmentSweep({
    journals: [journal],
    clock: realClock,
    ...(log && { log }),
  });
  const documents = journal.maintenance.model;
  return { type, journal, outbox, ...remembering, documents, segments };
}

export function submission(change: Partial<Extract<PermitCommand, { type: 'Submit' }>> = {}) {
  return {
    type: 'Submit',
    region: REGION,
    code: newId(),
    fee: { yuan: '12.00' },
    dueAt: null,
    ...change,
  } as const satisfies PermitCommand;
}

export const note = (text: string) => ({ type: 'AddNote', text }) as const;
export const byClerk = { actor: 'clerk', at: NOON } as const;
