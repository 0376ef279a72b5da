import type { BrokerLink } from './broker-link.ts';
import type { Database } from './collections.ts';
import { startConsumerLoop } from './consumer-loop.ts';
import type { Consumer } from './contract.ts';
import { retryDeadLetters } from './dead-letter-retries.ts';
import { createDeadLetterStore } from './dead-letter-store.ts';
import { createDeliveries } from './deliveries.ts';
import { createDeliveryDesk } from './delivery-desk.ts';
import { durableExists, ensureDurable } from './durable.ts';
import type { FailPoint } from './fail-point.ts';
import type { Gate } from './gate.ts';
import type { Log } from './log.ts';
import { measureLag } from './measure-lag.ts';
import type { MessagingMetrics } from './metrics.ts';
import { createOutage } from './outage.ts';
import { startRecurring } from './recurring.ts';
import { createReplayWish } from './replay-wish.ts';
import { streamOf } from './stream-config.ts';
import type { Timings } from './timings.ts';

export interface RunningConsumer {
  readonly isBound: boolean;
  retryDeadLetters(): Promise<void>;
  stop(): Promise<void>;
}

export interface ConsumerDeps {
  readonly link: BrokerLink;
  readonly database: Database;
  readonly indexes: Promise<void>;
  readonly log: Log;
  readonly metrics: MessagingMetrics;
  readonly timings: Timings;
  readonly failPoint: FailPoint;
  readonly now: () => string;
  readonly concurrency: number;
  readonly gate: Gate;
}

/** One durable of this process: its pull loop, its wish for a replay and its dead letters. */
export function startConsumer(consumer: Consumer, deps: ConsumerDeps): RunningConsumer {
  const { database, link, log, timings } = deps;
  const outage = createOutage({ database, log, pingEvery: timings.outagePing });
  const deliveries = createDeliveries(database, consumer.durable);
  const deadLetters = createDeadLetterStore(database, consumer.durable);
  const wish = createReplayWish(database, consumer);
  const desk = createDeliveryDesk({
    ...{ ...deps, consumer, deliveries, deadLetters, outage },
    random: Math.random,
  });

  const bind = async () => {
    await deps.indexes;
    const connection = link.required();
    const manager = await connection.jetstreamManager({ checkAPI: false });
    await wish.writeDown(await durableExists(manager, consumer));
    await ensureDurable(manager, consumer, timings.ackWait);
    log.info({ durable: consumer.durable }, 'durable bound');
    return connection.jetstream().consumers.get(streamOf(consumer.from), consumer.durable);
  };
  const loop = startConsumerLoop({
    ...{ ...deps, durable: consumer.durable, bind, desk, outage },
    onBound: () => {
      asking.wake();
      measuring.wake();
    },
  });

  const recurring = { retry: timings.check, log };
  const asking = startRecurring({
    // Its publisher may come up some seconds after this process.
    ...{ log, retry: 5 * timings.retry, every: timings.check },
    name: `replay wish of ${consumer.durable}`,
    run: async () => {
      const connection = link.up();
      if (connection && loop.isBound) await wish.ask(connection);
    },
  });
  const retry = (signal: AbortSignal) =>
    retryDeadLetters({ ...deps, consumer, deadLetters, outage, signal });
  const letters = startRecurring({
    ...{
      ...recurring,
      name: `dead letters of ${consumer.durable}`,
      every: timings.deadLetterRetry,
    },
    run: retry,
  });

  const measuring = startRecurring({
    ...{ ...recurring, name: `lag of ${consumer.durable}`, every: timings.check },
    run: () => measureLag(consumer, deps),
  });

  link.onConnect(loop.rebind);

  return {
    get isBound() {
      return loop.isBound;
    },
    retryDeadLetters: () => retry(new AbortController().signal),
    stop: async () => {
      await Promise.all([loop.stop(), asking.stop(), letters.stop(), measuring.stop()]);
    },
  };
}
