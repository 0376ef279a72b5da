import { ErrorCode, NatsError } from 'nats';

/** JetStream's own codes: the text of an answer may change, these don't. */
const CODES = {
  streamNotFound: 10_059,
  consumerNotFound: 10_014,
  messageNotFound: 10_037,
  insufficientResources: 10_023,
  noSuitablePeers: 10_005,
  storageExceeded: 10_047,
};

export const isStreamNotFound = (error: unknown): boolean => has(error, CODES.streamNotFound);
export const isConsumerNotFound = (error: unknown): boolean => has(error, CODES.consumerNotFound);
export const isMessageNotFound = (error: unknown): boolean => has(error, CODES.messageNotFound);

/** No server, or not as many as there shall be copies, has room for what a stream reserves. */
export const isWithoutRoom = (error: unknown): boolean =>
  has(error, CODES.insufficientResources, CODES.noSuitablePeers, CODES.storageExceeded);

/** Answers by which the broker says nothing about what was sent: nobody leads the stream, or nobody answered. */
const AWAY = new Set<string>([
  ErrorCode.NoResponders,
  ErrorCode.Timeout,
  ErrorCode.Disconnect,
  ErrorCode.ConnectionClosed,
  ErrorCode.ConnectionDraining,
]);

/** Whether trying the same again later is all there is to do. */
export const isBrokerAway = (error: unknown): boolean =>
  error instanceof NatsError &&
  (AWAY.has(error.code) || error.api_error?.code === Number(ErrorCode.NoResponders));

function has(error: unknown, ...codes: readonly number[]): boolean {
  const code = error instanceof NatsError ? error.api_error?.err_code : undefined;
  return code !== undefined && codes.includes(code);
}
