export * from './fee-day-events.ts';
export * from './special-account-events.ts';
export * from './fee-bill-events.ts';
export * from './notice-events.ts';
export * from './cases-events.ts';
export * from './case-handling-events.ts';
export {
  caseClock,
  caseSnapshot,
  caseStatus,
  caseStepKind,
  suspensionProcedure,
  type CaseSnapshot,
} from './case-snapshot.ts';
export * from './disclosure-events.ts';
export * from './items-events.ts';
export * from './journal-seal-events.ts';
export * from './supervision-events.ts';
export * from './text-erasure-events.ts';
export * from './windows-events.ts';
export { defineEvent, fact, type ContractFact, type EventContract } from './define-event.ts';
export { eventEnvelope, type EventEnvelope, type OutgoingEvent } from './envelope.ts';
