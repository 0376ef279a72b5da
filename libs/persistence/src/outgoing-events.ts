import type { ContractFact, EventEnvelope, OutgoingEvent } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import type { AggregateType, Belonging, Entry, JournalEvent } from './aggregate-type.ts';
import { eventOf } from './fold-journal.ts';
import type { StoredEntry } from './journal-document.ts';
import type { Coded } from './journal-workings.ts';
import { isErasure } from './texts/erasure.ts';

/** The most that a contract event may weigh as JSON. */
export const MAX_EVENT_BYTES = 512 * 1024;

/** A contract event that must not be sent: its entry is not written. A bug of the service. */
export class UnpublishableEvent extends Error {
  override readonly name = 'UnpublishableEvent';
}

/** An outgoing event with the seq of its entry. */
export interface SequencedEvent {
  readonly seq: number;
  readonly event: OutgoingEvent;
  /** That texts were erased: it changes no state, so nobody's replica is behind without it. */
  readonly isErasure?: true;
}

/**
 * The contract events of the entries behind `start`, in order: each a pure function of the journal up to
 * its entry, validated and measured. Entries that are private give none.
 */
export function outgoingEvents<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  id: string,
  start: { readonly state: State; readonly entries: readonly StoredEntry[] },
): { readonly state: State; readonly events: readonly SequencedEvent[] } {
  const events: SequencedEvent[] = [];
  let state = start.state;
  for (const stored of start.entries) {
    if (isErasure(stored)) {
      const fact = type.erasureTold?.(stored.data);
      if (fact === undefined) continue;
      const actor = type.actorTold?.(stored.actor) ?? stored.actor;
      const about = { id, belonging: type.belonging(state), stored, fact, actor };
      events.push({ seq: stored.seq, event: outgoing(about), isErasure: true });
      continue;
    }
    const entry: Entry<Event> = {
      seq: stored.seq,
      id: stored.id,
      at: instant(stored.at),
      effectiveAt: instant(stored.effectiveAt),
      actor: stored.actor,
      event: eventOf(type, stored),
    };
    state = type.decider.evolve(state, entry.event);
    const fact = type.publish?.(entry, state, id);
    if (fact === undefined) continue;
    const actor = type.actorTold?.(stored.actor) ?? stored.actor;
    const about = { id, belonging: type.belonging(state), stored, fact, actor };
    events.push({ seq: stored.seq, event: outgoing(about) });
  }
  return { state, events };
}

function outgoing(about: {
  readonly id: string;
  readonly belonging: Belonging;
  readonly stored: StoredEntry;
  readonly fact: ContractFact;
  readonly actor: string;
}): OutgoingEvent {
  const { id, belonging, stored, fact } = about;
  const { contract } = fact;
  const parsed = contract.schema.safeParse(fact.data);
  if (!parsed.success) {
    throw new UnpublishableEvent(`${contract.type} breaks its contract.`, { cause: parsed.error });
  }
  const envelope: EventEnvelope = {
    specversion: '1.0',
    id: stored.id,
    source: `/onewindow/${contract.service}`,
    type: contract.type,
    subject: id,
    time: instant(stored.effectiveAt),
    datacontenttype: 'application/json',
    // What the schema doesn't name is not promised to anybody, and stays at home.
    data: parsed.data,
    aggregateversion: stored.seq,
    region: belonging.region,
    ...(belonging.centre !== undefined && { centre: belonging.centre }),
    ...(belonging.department !== undefined && { department: belonging.department }),
    actor: about.actor,
    ...(stored.traceparent !== undefined && { traceparent: stored.traceparent }),
  };
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  if (bytes > MAX_EVENT_BYTES) {
    throw new UnpublishableEvent(`${contract.type} would weigh ${bytes} bytes.`);
  }
  return {
    envelope,
    natsSubject: `${contract.type}.${belonging.department ?? '_'}`,
    messageId: `${id}:${stored.seq}:v${contract.version}`,
  };
}
