import type { BrokerLink } from './broker-link.ts';
import type { Database } from './collections.ts';
import { startConsumerLoop } from './consumer-loop.ts';
import type { Consumer } from './contract.ts';
import { retryDeadLetters } from './dead-letter-retries.ts';
import { createDeadLetterStore } from './dead-letter-store.ts';
import { createDeliveries } from './deliveries.ts';
import { createDeliveryDesk } from './delivery-desk.ts';
import { ensureDurable, findDurable } from './durable.ts';
import type { FailPoint } from './fail-point.ts';
import type { FreshFirst } from './fresh-first.ts';
import type { Gate } from './gate.ts';
import { durableOf, LANES, type Lane } from './lane.ts';
import type { Log } from './log.ts';
import { measureLag } from './measure-lag.ts';
import type { MessagingMetrics } from './metrics.ts';
import { createOutage } from './outage.ts';
import { startRecurring } from './recurring.ts';
import { createReplayWish } from './replay-wish.ts';
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
  /** One for all consumers of the process. */
  readonly freshFirst: FreshFirst;
}

/** One consumer of this process: a pull loop for each lane, its wish for a replay and its dead letters. */
export function startConsumer(consumer: Consumer, deps: ConsumerDeps): RunningConsumer {
  const { database, freshFirst, link, log, timings } = deps;
  const outage = createOutage({ database, log, pingEvery: timings.outagePing });
  const deliveries = createDeliveries(database, consumer.durable);
  const deadLetters = createDeadLetterStore(database, consumer.durable);
  const wish = createReplayWish(database, consumer);
  const desk = createDeliveryDesk({
    ...{ ...deps, consumer, deliveries, deadLetters, outage },
    random: Math.random,
  });

  const bind = async (lane: Lane) => {
    await deps.indexes;
    const connection = link.required();
    const options = { checkAPI: false, timeout: timings.brokerAnswer };
    const manager = await connection.jetstreamManager(options);
    const found = await findDurable(manager, consumer, lane);
    // A wish asks for everything, and the lane of what is new is the older one.
    if (lane === 'fresh') await wish.writeDown(found !== undefined);
    const { ackWait } = timings;
    const info = await ensureDurable(manager, consumer, { lane, ackWait, found });
    log.info({ durable: info.name }, 'durable bound');
    return connection.jetstream(options).consumers.getPullConsumerFor(info);
  };
  const loops = LANES.map((lane) =>
    startConsumerLoop({
      ...{ ...deps, durable: durableOf(consumer, lane), outage },
      bind: () => bind(lane),
      take:
        lane === 'fresh'
          ? (message, signal) => freshFirst.fresh(() => desk.take(message, signal))
          : desk.take,
      turn: (signal) =>
        lane === 'fresh' ? Promise.resolve() : freshFirst.turn(timings.retry, signal),
      onBound: () => {
        asking.wake();
        measuring.wake();
      },
    }),
  );
  const isBound = () => loops.every((loop) => loop.isBound);

  const recurring = { retry: timings.check, log };
  const asking = startRecurring({
    // Its publisher may come up some seconds after this process.
    ...{ log, retry: 5 * timings.retry, every: timings.check },
    name: `replay wish of ${consumer.durable}`,
    run: async () => {
      const connection = link.up();
      if (connection && isBound()) await wish.ask(connection);
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

  link.onConnect(() => {
    for (const loop of loops) loop.rebind();
  });

  return {
    get isBound() {
      return isBound();
    },
    retryDeadLetters: () => retry(new AbortController().signal),
    stop: async () => {
      const parts = [...loops, asking, letters, measuring];
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}
