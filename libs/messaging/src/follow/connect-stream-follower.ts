import { openBrokerLink } from '../broker-link.ts';
import { isStreamNotFound } from '../jetstream-errors.ts';
import { filterOf } from '../lane.ts';
import { SILENT, type Log } from '../log.ts';
import { streamOf } from '../stream-config.ts';
import { DEFAULT_TIMINGS, type Timings } from '../timings.ts';
import { followStream } from './follow-stream.ts';
import { beginningOf, endOf, isBefore, toCursor } from './stream-place.ts';
import type { FollowedEvent } from './take-message.ts';

/** Hears the services' events without a database and without a trace on the broker. */
export interface StreamFollower {
  /**
   * The events of these types of one service, in which `*` stands for one token: behind the cursor `after`,
   * else from when the broker is asked. In the stream's order and each once; what is sent again from
   * journals is left out. The broker may be away, restart or have no such stream yet. Ends when aborted.
   * Throws `ResumeImpossible` when the cursor is none of this stream or older than what it holds, and
   * when the stream goes back or is made anew.
   */
  follow(options: {
    readonly events: readonly string[];
    readonly after?: string;
    /** Ends when what came up to this cursor is told, and perhaps some of what came after. */
    readonly until?: string;
    readonly signal: AbortSignal;
  }): AsyncIterable<FollowedEvent>;
  /** The cursor of now: what happens after it will be told. Throws `BrokerUnreachable`. */
  now(service: string): Promise<string>;
  /** Whether a cursor lies before another of the same stream. Throws `ResumeImpossible` where it is another one. */
  isBefore(cursor: string, other: string): boolean;
  isUp(): boolean;
  /** Ends all that follow. */
  close(): Promise<void>;
}

/** Answers within seconds also when the broker is away. */
export async function connectStreamFollower(options: {
  /** `nats://[user:password@]host:port`, several with commas between. */
  readonly url: string;
  /** What the broker's operator sees. */
  readonly name: string;
  /** Under which subject answers come; `_INBOX`. */
  readonly inboxPrefix?: string;
  readonly log?: Log;
  readonly timings?: Partial<Timings>;
}): Promise<StreamFollower> {
  const log = options.log ?? SILENT;
  const timings = { ...DEFAULT_TIMINGS, ...options.timings };
  const link = openBrokerLink({ ...options, log, timings });
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  link.onConnect(() => {
    for (const listener of listeners) listener();
  });
  const onReconnect = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  await link.firstTry;

  return {
    follow: ({ events, after, until, signal }) => {
      const service = serviceOf(events);
      const asked = {
        service,
        filter: filterOf(events, 'fresh'),
        ...{ after, until },
        signal: AbortSignal.any([signal, closing.signal]),
      };
      return followStream(asked, { link, log, timings, onReconnect });
    },
    now: async (service) => {
      const manager = await link.required().jetstreamManager({ checkAPI: false });
      try {
        return toCursor(endOf(service, await manager.streams.info(streamOf(service))));
      } catch (error) {
        if (!isStreamNotFound(error)) throw error;
        return toCursor(beginningOf(service));
      }
    },
    isBefore,
    isUp: () => link.up() !== undefined,
    close: async () => {
      closing.abort();
      await link.close();
    },
  };
}

/** The second token of a type: a stream holds the events of one service. */
function serviceOf(events: readonly string[]): string {
  const services = new Set(events.map((type) => type.split('.')[1] ?? ''));
  const [service] = services;
  if (services.size !== 1 || service === undefined || service === '') {
    throw new Error(
      `The events of one service can be followed, not those of ${events.join(', ')}.`,
    );
  }
  return service;
}
