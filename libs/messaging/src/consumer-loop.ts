import type { Consumer as PullConsumer, ConsumerMessages, JsMsg } from 'nats';
import type { BrokerLink } from './broker-link.ts';
import type { Log } from './log.ts';
import type { Outage } from './outage.ts';
import { pause } from './pause.ts';
import { reasonOf } from './reason-of.ts';
import type { Timings } from './timings.ts';

export interface ConsumerLoop {
  /** The durable exists in its stream, as far as is known. */
  readonly isBound: boolean;
  /** Looks again whether the durable exists: after a reconnect it may be gone. */
  readonly rebind: () => void;
  /** Stops fetching, then lets running handlers end. */
  readonly stop: () => Promise<void>;
}

/**
 * Pulls as many messages as there are free places and has each taken. It waits until half of the places are
 * free: messages that come together share the commands of our bookkeeping. Whatever goes wrong (no broker, no
 * stream yet, durable deleted) it binds again, for as long as it takes.
 */
export function startConsumerLoop(options: {
  readonly durable: string;
  readonly concurrency: number;
  readonly link: BrokerLink;
  readonly bind: () => Promise<PullConsumer>;
  /** Told each time that the durable is there anew. */
  readonly onBound: () => void;
  /** Never throws. */
  readonly take: (message: JsMsg, signal: AbortSignal) => Promise<void>;
  /** Ends when this loop may fetch. */
  readonly turn: (signal: AbortSignal) => Promise<void>;
  readonly outage: Outage;
  readonly log: Log;
  readonly timings: Timings;
}): ConsumerLoop {
  const { concurrency, link, log, outage, timings } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Set<Promise<void>>();
  let bound: PullConsumer | undefined;
  let pull: ConsumerMessages | undefined;

  const start = (job: Promise<void>) => {
    const tracked: Promise<void> = job.finally(() => running.delete(tracked));
    running.add(tracked);
  };

  const pullOnce = async () => {
    if (bound === undefined) {
      bound = await options.bind();
      options.onBound();
    }
    const max_messages = concurrency - running.size;
    const { pull: expires } = timings;
    const idle_heartbeat = expires / 4;
    pull = await bound.fetch({ max_messages, expires, idle_heartbeat, bind: true });
    if (signal.aborted) pull.stop();
    for await (const message of pull) {
      if (signal.aborted) message.nak();
      else start(options.take(message, signal));
    }
  };

  const loop = async () => {
    let lastReason = '';
    while (!signal.aborted) {
      try {
        if (outage.isOn) {
          await outage.over(signal);
        } else if (running.size > concurrency / 2) {
          await Promise.race(running);
        } else if (link.up()) {
          await options.turn(signal);
          await pullOnce();
          lastReason = '';
        } else {
          await pause(timings.retry / 4, signal);
        }
      } catch (error) {
        bound = undefined;
        const reason = reasonOf(error);
        if (reason !== lastReason) log.warn({ durable: options.durable, reason }, 'not bound yet');
        lastReason = reason;
        await pause(timings.retry, signal);
      }
    }
  };
  const ended = loop();

  return {
    get isBound() {
      return bound !== undefined;
    },
    rebind: () => {
      bound = undefined;
      // What it waits for was asked of a server that is gone.
      pull?.stop();
    },
    stop: async () => {
      stopping.abort();
      pull?.stop();
      await ended;
      const patience = new AbortController();
      await Promise.race([Promise.all(running), pause(timings.close, patience.signal)]);
      patience.abort();
    },
  };
}
