import type { EventEnvelope } from '@onewindow/contracts';
import type { Consumer } from './contract.ts';
import type { DeadLetterRow } from './collections.ts';
import type { DeadLetterStore } from './dead-letter-store.ts';
import type { Log } from './log.ts';
import type { Outage } from './outage.ts';
import { checkData } from './parse-event.ts';
import { reasonOf } from './reason-of.ts';

interface RetryDeps {
  readonly consumer: Consumer;
  readonly deadLetters: DeadLetterStore;
  readonly outage: Outage;
  readonly log: Log;
  readonly now: () => string;
  readonly signal: AbortSignal;
}

/** Handles every dead letter of the durable that somebody wants tried again, one after the other. */
export async function retryDeadLetters(deps: RetryDeps): Promise<void> {
  for (;;) {
    if (deps.signal.aborted || deps.outage.isOn) return;
    const letter = await deps.deadLetters.takeWished();
    if (!letter) return;
    await retryOne(letter, deps);
  }
}

async function retryOne(letter: DeadLetterRow, deps: RetryDeps): Promise<void> {
  const { consumer, deadLetters, log } = deps;
  const line = { durable: consumer.durable, letter: letter._id, event: letter.eventId };
  try {
    const event = validated(letter.event, consumer);
    // There is no message whose patience could run out.
    await consumer.handle(event, { working: () => undefined, attempt: letter.attempts });
    await deadLetters.remove(letter._id);
    log.info(line, 'dead letter handled');
  } catch (error) {
    if (await deps.outage.caused(error)) {
      await deps.outage.through(deps.signal, () => deadLetters.putBack(letter._id));
      return;
    }
    const reason = reasonOf(error);
    await deadLetters.failedAgain(letter._id, reason, deps.now());
    log.error({ ...line, reason }, 'dead letter failed again');
  }
}

/** The contract may have changed since: that can be why it is tried again. */
function validated(event: EventEnvelope, consumer: Consumer): EventEnvelope {
  const checked = checkData(event, consumer.contracts);
  if (checked.kind === 'event') return checked.event;
  throw new Error(
    checked.kind === 'invalid' ? checked.reason : 'no contract is bound for its type',
  );
}
