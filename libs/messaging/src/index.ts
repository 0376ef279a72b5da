export { BrokerUnreachable } from './broker-link.ts';
export { messagingIndexes } from './collections.ts';
export { connectMessaging, type Messaging, type MessagingOptions } from './connect-messaging.ts';
export * from './contract.ts';
export { createDeadLetters, type DeadLetterPage, type DeadLetters } from './dead-letters.ts';
export type { FailPoint, FailPointName } from './fail-point.ts';
export { connectStreamFollower, type StreamFollower } from './follow/connect-stream-follower.ts';
export { ResumeImpossible } from './follow/resume-impossible.ts';
export type { FollowedEvent } from './follow/take-message.ts';
export {
  inspectBroker,
  inspectListening,
  type BrokerReport,
  type DurableReport,
  type ListeningReport,
  type StreamReport,
} from './inspect-broker.ts';
export type { Log } from './log.ts';
export { demandRoom } from './no-room.ts';
export { parseEvent, type ParsedEvent } from './parse-event.ts';
export { replaySubjectOf, streamOf } from './stream-config.ts';
export type { Timings } from './timings.ts';
