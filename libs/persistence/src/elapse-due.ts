import type { Instant } from '@onewindow/kernel';
import { inSpan } from '@onewindow/runtime';
import type { JournalEvent } from './aggregate-type.ts';
import { elapseTimers } from './elapse-timers.ts';
import { stateOf } from './fold-journal.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { loadDocument } from './load-document.ts';
import { momentOf, TIMER_ACTOR } from './make-entries.ts';
import { writeEntries } from './write-entries.ts';

/** Writes what was due in one aggregate. The conditional write makes it happen once, whoever sweeps. */
export async function elapseDue<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  id: string,
  now: Instant,
): Promise<boolean> {
  const document = await loadDocument(workings, id);
  if (document === null) return false;
  const meta = { actor: TIMER_ACTOR, at: now };
  const at = momentOf(meta, document.journal);
  const { elapsed } = elapseTimers(workings.type, stateOf(workings.type, document), at);
  if (elapsed.length === 0) return false;
  const { kind } = workings.type;
  const attributes = { 'onewindow.aggregate': kind };
  const written = await inSpan(
    { name: `timer ${kind}`, kind: 'internal', attributes, parent: null },
    (span) => {
      const traced = span ? { ...meta, traceparent: span.traceparent } : meta;
      return writeEntries(workings, document, { elapsed, events: [], meta: traced, at });
    },
  );
  if (written.end === 'collided') {
    throw new Error(`A timer of ${kind} ${id} breaks the fact ${written.fact}.`);
  }
  return written.end === 'written';
}
