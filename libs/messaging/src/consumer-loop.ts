import type { Consumer as PullConsumer, ConsumerMessages } from 'nats';
import type { BrokerLink } from './broker-link.ts';
import type { Log } from './log.ts';
import type { Outage } from './outage.ts';
import { pause } from './pause.ts';
import { reasonOf } from './reason-of.ts';
import type { createDeliveryDesk } from './delivery-desk.ts';
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
 * Pulls as many messages as there are free places and hands each to the desk. Whatever goes wrong
 * (no broker, no stream yet, durable deleted) it binds again, for as long as it takes.
 */
export function startConsumerLoop(options: {
  readonly durable: string;
  readonly concurrency: number;
  readonly link: BrokerLink;
  readonly bind: () => Promise<PullConsumer>;
  /** Told each time that the durable is there anew. */
  readonly onBound: () => void;
  readonly desk: ReturnType<typeof createDeliveryDesk>;
  readonly outage: Outage;
  readonly log: Log;
  readonly timings: Timings;
}): ConsumerLoop {
  const { concurrency, desk, link, log, outage, timings } = options;
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
    pull = await bound.fetch({ max_messages, expires: timings.pull, bind: true });
    if (signal.aborted) pull.stop();
    for await (const message of pull) {
      if (signal.aborted) message.nak();
      else start(desk.take(message, signal));
    }
  };

  const loop = async () => {
    let lastReason = '';
    while (!signal.aborted) {
      try {
        if (outage.isOn) {
          await outage.over(signal);
        } else if (running.size >= concurrency) {
          await Promise.race(running);
        } else if (link.up()) {
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
