import { v5, v7 } from 'uuid';

/** Ours, so that nobody else's UUIDv5 of the same text is the same id. */
const NAMESPACE = 'b7c61c3e-4f0a-5d38-9a55-6f2f0c9b8e11';

/** Parts are joined as JSON, so that ("a", "bc") and ("ab", "c") differ. */
const derived = (...parts: readonly string[]) => v5(JSON.stringify(parts), NAMESPACE);

/** A new id, ordered by the time of its making. */
export const newId = (): string => v7();

/** The id of what a creating command with a `commandId` makes: a repetition makes the same. */
export const idFromCommand = (mutation: string, caller: string, commandId: string): string =>
  derived('command', mutation, caller, commandId);

/** The id of what has an official code (region, department, item), from the first code its owner learns. */
export const idFromCode = (kind: string, code: string): string => derived('code', kind, code);

/** The id of what an event makes, or the `commandId` of what it asks of one target. */
export const idFromEvent = (eventId: string, purpose: string): string =>
  derived('event', eventId, purpose);
