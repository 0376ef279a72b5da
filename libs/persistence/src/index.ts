export * from './aggregate-type.ts';
export * from './journal.ts';
export * from './personal-data.ts';
export * from './query-shape.ts';
export { createIndexes } from './create-indexes.ts';
export {
  planIndexes,
  tellIndexStep,
  type CollectionIndexes,
  type IndexStep,
} from './plan-indexes.ts';
export { createJournal, journalIndexes } from './create-journal.ts';
export { createOutbox, type OutboxOptions } from './create-outbox.ts';
export { connectDatabase, type Database } from './database.ts';
export { UndeclaredQuery } from './declared-query.ts';
export type { FailPoint, FailPoints } from './fail-points.ts';
export { idFromCode, idFromCommand, idFromEvent, newId } from './ids.ts';
export type { JournalDependencies } from './journal-workings.ts';
export { readJoined } from './joined-reads.ts';
export { initiateReplicaSet } from './initiate-replica-set.ts';
export { inspectDatabase, type DatabaseReport } from './inspect-database.ts';
export type { Log } from './log.ts';
export type { Maintained } from './maintenance.ts';
export { TIMER_ACTOR } from './make-entries.ts';
export { measureJournals, type JournalMeasures } from './measure-journals.ts';
export { createNumberSeries, type NumberSeries } from './number-series.ts';
export type { EventPublisher, Outbox } from './outbox.ts';
export { MAX_EVENT_BYTES, UnpublishableEvent } from './outgoing-events.ts';
export { pingMongo } from './ping-mongo.ts';
export { createTimerSweep, type TimerSweep, type TimerSweepOptions } from './timer-sweep.ts';
export { accessIndexes, dayOf } from './access-log.ts';
export { createBlindIndex, createPersonalDataVault, type VaultOptions } from './create-vault.ts';
export { createEventSource, type JournalEventSource } from './event-source.ts';
export { repeatedly } from './repeatedly.ts';
export { createReplica, replicaIndexes, type Replica, type ReplicaDeclaration } from './replica.ts';
export type { ReplicaRow } from './replica-row.ts';
export {
  createSegmentSweep,
  type SegmentSweep,
  type SegmentSweepOptions,
} from './segments/segment-sweep.ts';
export type { SegmentSizes } from './segments/segment-sizes.ts';
export { segmentIndexes } from './segments/stored-segment.ts';
export { sealRoot } from './seals/seal-hashes.ts';
export { isSoundSeal } from './seals/sound-seal.ts';
export { createSealer, SEALER_ACTOR, type Sealer, type SealerOptions } from './seals/sealer.ts';
export { createTextVault } from './texts/create-text-vault.ts';
export type { DetachableTexts, TextPath } from './texts/text-paths.ts';
export type { Erasing, TextPlace } from './texts/text-place.ts';
export { ERASED_TEXT, type SealedText, type TextVault } from './texts/text-vault.ts';
export type { VaultKey } from './seal-keys.ts';
export { kindOfCollection } from './kind-of-collection.ts';
export { verifyDatabases, type DatabasePlace, type VerifyReport } from './verify-databases.ts';
export type { Discrepancy, VerifyOptions, VerifyStep } from './verify-step.ts';
export type { AccessVerification } from './verify-accesses.ts';
