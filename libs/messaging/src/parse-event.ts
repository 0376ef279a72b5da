import { eventEnvelope, type EventContract, type EventEnvelope } from '@onewindow/contracts';
import { z } from 'zod';

export type ParsedEvent =
  /** As its contract says. `data` is what the contract's schema made of it. */
  | { readonly kind: 'event'; readonly event: EventEnvelope }
  /** An event of a type or version that this consumer doesn't know. */
  | { readonly kind: 'unknown'; readonly type: string }
  /** One of ours that breaks its contract: no further try can mend it. */
  | { readonly kind: 'invalid'; readonly event: EventEnvelope; readonly reason: string }
  /** No event at all. */
  | { readonly kind: 'malformed'; readonly reason: string };

/** Reads a message by the contracts that a consumer has bound. */
export function parseEvent(text: string, contracts: readonly EventContract[]): ParsedEvent {
  const json = parseJson(text);
  if (json === undefined) return { kind: 'malformed', reason: 'the message is no JSON' };
  const parsed = eventEnvelope.safeParse(json);
  if (!parsed.success) return { kind: 'malformed', reason: z.prettifyError(parsed.error) };
  return checkData(parsed.data as EventEnvelope, contracts);
}

/** Holds an event against its contract: also before a dead letter is tried again. */
export function checkData(event: EventEnvelope, contracts: readonly EventContract[]): ParsedEvent {
  const contract = contracts.find(({ type }) => type === event.type);
  if (!contract) return { kind: 'unknown', type: event.type };
  const data = contract.schema.safeParse(event.data);
  return data.success
    ? { kind: 'event', event: { ...event, data: data.data } }
    : { kind: 'invalid', event, reason: z.prettifyError(data.error) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
