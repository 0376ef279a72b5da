import { NatsError } from 'nats';

/** JetStream's own codes: the text of an answer may change, these don't. */
const CODES = { streamNotFound: 10_059, consumerNotFound: 10_014, messageNotFound: 10_037 };

export const isStreamNotFound = (error: unknown): boolean => has(error, CODES.streamNotFound);
export const isConsumerNotFound = (error: unknown): boolean => has(error, CODES.consumerNotFound);
export const isMessageNotFound = (error: unknown): boolean => has(error, CODES.messageNotFound);

function has(error: unknown, code: number): boolean {
  return error instanceof NatsError && error.api_error?.err_code === code;
}
