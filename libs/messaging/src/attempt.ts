import type { EventEnvelope } from '@onewindow/contracts';
import type { Consumer } from './contract.ts';
import type { DeadLetterStore } from './dead-letter-store.ts';
import type { Deliveries } from './deliveries.ts';
import type { FailPoint } from './fail-point.ts';
import { reasonOf } from './reason-of.ts';

/** Architecture, section 3: after 8 tries an event is a dead letter. */
export const ATTEMPTS = 8;

export type AttemptOutcome =
  | { readonly kind: 'handled' }
  | { readonly kind: 'dead-letter'; readonly reason: string }
  | { readonly kind: 'failed'; readonly attempt: number; readonly reason: string }
  /** Its last try has no end: it is to be tried with nothing beside it. */
  | { readonly kind: 'suspect' }
  /** Ours, not the event's: nothing shall be counted. */
  | { readonly kind: 'outage'; readonly counted: boolean };

export interface AttemptDeps {
  readonly consumer: Consumer;
  readonly deliveries: Deliveries;
  readonly deadLetters: DeadLetterStore;
  readonly failPoint: FailPoint;
  readonly now: () => string;
  readonly isOutage: (error: unknown) => Promise<boolean>;
}

/** How an event is tried: `isAlone` with nothing beside it in this process. */
export interface Way {
  readonly working: () => void;
  readonly isAlone: boolean;
}

/** One try of one event, counted before it begins. Throws when our own bookkeeping fails for no outage. */
export async function attempt(
  event: EventEnvelope,
  { working, isAlone }: Way,
  deps: AttemptDeps,
): Promise<AttemptOutcome> {
  const { consumer, deliveries, failPoint } = deps;
  let counted = false;
  try {
    const tried = await (isAlone ? deliveries.beginAlone(event.id) : deliveries.begin(event.id));
    if (tried === 'suspect') return { kind: 'suspect' };
    counted = true;
    if (tried.attempts > ATTEMPTS) {
      const reason = tried.reason ?? 'the process ended while it was handled';
      return await bury(event, { reason, attempts: ATTEMPTS }, deps);
    }
    failPoint('received', event.id);
    const failure = await failureOf(() =>
      consumer.handle(event, { working, attempt: tried.attempts }),
    );
    if (failure) return await afterFailure(event, { ...failure, attempt: tried.attempts }, deps);
    failPoint('handled', event.id);
    return { kind: 'handled' };
  } catch (error) {
    if (await deps.isOutage(error)) return { kind: 'outage', counted };
    throw error;
  }
}

async function afterFailure(
  event: EventEnvelope,
  failure: { readonly error: unknown; readonly attempt: number },
  deps: AttemptDeps,
): Promise<AttemptOutcome> {
  if (await deps.isOutage(failure.error)) return { kind: 'outage', counted: true };
  const reason = reasonOf(failure.error);
  if (failure.attempt >= ATTEMPTS) return bury(event, { reason, attempts: failure.attempt }, deps);
  await deps.deliveries.failed(event.id, reason);
  return { kind: 'failed', attempt: failure.attempt, reason };
}

/** The row first, the count after it: a crash in between buries the event once more in the same row. */
export async function bury(
  event: EventEnvelope,
  end: { readonly reason: string; readonly attempts: number },
  deps: Pick<AttemptDeps, 'deadLetters' | 'deliveries' | 'now'>,
): Promise<AttemptOutcome> {
  await deps.deadLetters.put({ event, ...end, failedAt: deps.now() });
  await deps.deliveries.handled(event.id);
  return { kind: 'dead-letter', reason: end.reason };
}

async function failureOf(run: () => Promise<void>): Promise<{ error: unknown } | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return { error };
  }
}
