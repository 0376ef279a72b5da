export * from './cases-events.ts';
export * from './disclosure-events.ts';
export * from './items-events.ts';
export * from './journal-seal-events.ts';
export * from './supervision-events.ts';
export * from './windows-events.ts';
export { defineEvent, fact, type ContractFact, type EventContract } from './define-event.ts';
export { eventEnvelope, type EventEnvelope, type OutgoingEvent } from './envelope.ts';
