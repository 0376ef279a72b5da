import { connect, Events, type NatsConnection, type QueuedIterator, type Status } from 'nats';
import { parseBrokerAddress } from './broker-address.ts';
import type { Log } from './log.ts';
import { pause } from './pause.ts';
import { reasonOf } from './reason-of.ts';
import type { Timings } from './timings.ts';

/** The connection to the broker, which may come late, go and come back. */
export interface BrokerLink {
  /** The connection while it is up. */
  readonly up: () => NatsConnection | undefined;
  /** The same, or the error `BrokerUnreachable`. */
  readonly required: () => NatsConnection;
  /** Called after every connect and reconnect, and at once when it is up already. */
  readonly onConnect: (listener: () => void) => void;
  /** Ends with the first connection or after `firstConnect`, whichever comes first. */
  readonly firstTry: Promise<void>;
  readonly close: () => Promise<void>;
}

export class BrokerUnreachable extends Error {
  override readonly name = 'BrokerUnreachable';
}

export function openBrokerLink(options: {
  readonly url: string;
  readonly name: string;
  /** Under which subject answers come: for who may hear no others'. */
  readonly inboxPrefix?: string;
  readonly log: Log;
  readonly timings: Timings;
}): BrokerLink {
  const { log, timings } = options;
  const closing = new AbortController();
  const listeners: (() => void)[] = [];
  let connection: NatsConnection | undefined;
  let isUp = false;
  const firstConnection = new AbortController();

  const cameUp = () => {
    isUp = true;
    firstConnection.abort();
    log.info({ broker: connection?.getServer() }, 'connected to the broker');
    for (const listener of listeners) listener();
  };

  const follow = async (statuses: AsyncIterable<Status>) => {
    for await (const status of statuses) {
      if (status.type === Events.Disconnect) {
        isUp = false;
        log.warn({ broker: status.data }, 'the broker is away');
      }
      if (status.type === Events.Reconnect) cameUp();
    }
  };

  // The client reconnects by itself, but not before its first connection and not after a refusal
  // that it takes for final: so there is a loop around it.
  const keepConnected = async () => {
    while (!closing.signal.aborted) {
      try {
        connection = await connect({
          ...parseBrokerAddress(options.url),
          name: options.name,
          ...(options.inboxPrefix !== undefined && { inboxPrefix: options.inboxPrefix }),
          maxReconnectAttempts: -1,
          reconnectTimeWait: timings.retry,
          reconnectJitter: timings.retry / 4,
          pingInterval: 10_000,
          ignoreAuthErrorAbort: true,
        });
        cameUp();
        // The client doesn't end this iterator when it closes.
        const statuses = connection.status() as QueuedIterator<Status>;
        const followed = follow(statuses);
        const reason = await connection.closed();
        statuses.stop();
        await followed;
        isUp = false;
        if (reason) log.warn({ reason: reasonOf(reason) }, 'the connection was closed');
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'the broker can not be reached');
      }
      await pause(timings.retry, closing.signal);
    }
  };
  const ended = keepConnected();

  return {
    up: () => (isUp ? connection : undefined),
    required: () => {
      if (isUp && connection) return connection;
      throw new BrokerUnreachable('There is no connection to the broker.');
    },
    onConnect: (listener) => {
      listeners.push(listener);
      if (isUp) listener();
    },
    firstTry: pause(timings.firstConnect, firstConnection.signal, closing.signal),
    close: async () => {
      closing.abort();
      // A drain needs the broker's answer; without one there is nothing left to drain.
      if (connection && !connection.isClosed())
        await (isUp ? connection.drain() : connection.close());
      isUp = false;
      await ended;
    },
  };
}
