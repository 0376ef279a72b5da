const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** All waits in milliseconds. Tests shorten them; a deployment leaves them as they are. */
export const DEFAULT_TIMINGS = {
  /** How long `connectMessaging` waits for a broker before it goes on without one. */
  firstConnect: 2 * SECOND,
  /** Between two tries to connect, to bind or to mend something. */
  retry: SECOND,
  /** How often streams and marks are looked at, and wishes for a replay repeated. */
  check: MINUTE,
  /**
   * How long an acknowledgement of the broker is waited for. Not long: when a server of a cluster goes, the answer
   * never comes, and publishing once more is harmless.
   */
  publishTimeout: 2 * SECOND,
  /** The same of other questions to the broker. */
  brokerAnswer: 2 * SECOND,
  /**
   * After this long without a word from the process the broker delivers again: what was on its way when a server
   * or a process went. Whatever is in hand says three times as often that it is.
   */
  ackWait: 3 * SECOND,
  /**
   * One pull request; also how long closing waits for an idle one at most. A server that goes takes it along:
   * a quarter of it without a sign of life is noticed, after half of it the next one is sent.
   */
  pull: 2 * SECOND,
  /** The first delayed `nak`; each further one takes three times as long, up to `retryLimit`. */
  retryBase: SECOND,
  retryLimit: 10 * MINUTE,
  /** Between two pings while Mongo is away. */
  outagePing: SECOND,
  /** How often dead letters are looked through for those that shall be tried again. */
  deadLetterRetry: 5 * SECOND,
  /** A replay whose replica has not moved it for this long is taken up by another. */
  replayClaim: 30 * SECOND,
  /** What is published again on every reconnect. */
  recent: 10 * MINUTE,
  /** What a stream keeps, and what is published again when it went back. */
  retention: 30 * DAY,
  /** How long closing waits for running handlers. */
  close: 25 * SECOND,
} as const satisfies Record<string, number>;

export type Timings = { readonly [Name in keyof typeof DEFAULT_TIMINGS]: number };
