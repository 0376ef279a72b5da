import type { JournalEvent } from './aggregate-type.ts';
import { attemptCommand } from './attempt-command.ts';
import type { HandleRequest, Outcome } from './journal.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { jitter, RETRIES } from './patience.ts';

/** A command on an aggregate that exists: attempts until one is answered or too many were lost. */
export async function writeCommand<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
  Refusal extends Coded = never,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command, Refusal>,
): Promise<Outcome<State, Event, Rejection | Refusal>> {
  for (let lost = 1; ; lost++) {
    const attempt = await attemptCommand(workings, request);
    switch (attempt.end) {
      case 'answered':
        return attempt.outcome;
      case 'lost':
        if (lost > RETRIES) return { ok: false, rejection: { code: 'Conflict' } };
        await jitter(lost);
        break;
      case 'collided':
        return { ok: false, rejection: { code: 'AlreadyExists', fact: attempt.fact } };
    }
  }
}
