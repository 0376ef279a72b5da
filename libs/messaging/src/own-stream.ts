import { v7 } from 'uuid';
import type { JetStreamManager, NatsConnection } from 'nats';
import type { BrokerLink } from './broker-link.ts';
import type { Database } from './collections.ts';
import type { EventSource, PublishReport } from './contract.ts';
import type { OutgoingEvent } from '@onewindow/contracts';
import type { FailPoint } from './fail-point.ts';
import { isWithoutRoom } from './jetstream-errors.ts';
import type { Log } from './log.ts';
import type { MessagingMetrics } from './metrics.ts';
import { noRoom } from './no-room.ts';
import { createPublisher } from './publisher.ts';
import { startRecurring } from './recurring.ts';
import { answerReplayRequests } from './replay-requests.ts';
import { runReplays } from './replay-runner.ts';
import { createReplays } from './replays.ts';
import { inChunks, publishAgain } from './republish.ts';
import { keepStream, watchSize } from './stream-keeper.ts';
import type { streamConfig } from './stream-config.ts';
import { isGone } from './stream-mark.ts';
import { createStreamWatch } from './stream-watch.ts';
import type { Timings } from './timings.ts';

export interface OwnStream {
  publish(events: readonly OutgoingEvent[]): Promise<PublishReport>;
  readonly isKept: boolean;
  /** Ends the upkeep. What was promised is kept in Mongo and goes on with the next process. */
  stop(): Promise<void>;
}

export interface OwnStreamDeps {
  readonly service: string;
  readonly config: ReturnType<typeof streamConfig>;
  readonly link: BrokerLink;
  readonly database: Database;
  readonly indexes: Promise<void>;
  readonly source: EventSource;
  readonly log: Log;
  readonly metrics: MessagingMetrics;
  readonly timings: Timings;
  readonly failPoint: FailPoint;
  /** The earlier of the business clock and the real one: `publishedAt` may be by either. */
  readonly earliestNow: () => number;
}

/** The service's own stream: made, filled, watched, and filled again when the broker has lost of it. */
export function startOwnStream(deps: OwnStreamDeps): OwnStream {
  const { config, database, link, log, metrics, service, source, timings } = deps;
  const stream = config.name;
  const { retention } = timings;
  const watch = createStreamWatch({
    ...{ database, stream, retention, secondLook: timings.retry },
  });
  const replays = createReplays({
    ...{ database, stream, replica: v7(), claimFor: timings.replayClaim },
  });
  const publisher = createPublisher({
    ...{ link, stream, metrics, timeout: timings.publishTimeout },
    acknowledged: watch.acknowledged,
  });
  const ago = (milliseconds: number) => new Date(deps.earliestNow() - milliseconds);
  let isKept = false;
  let connects = 0;
  let recentSentAt = -1;
  let answering: NatsConnection | undefined;

  const managerOf = () => link.required().jetstreamManager({ checkAPI: false });

  const isLost = async (mark: Parameters<typeof isGone>[0]) => {
    const manager = await managerOf();
    const info = await manager.streams.info(stream);
    return isGone(mark, { manager, info, retention, now: new Date() });
  };

  /** `seenWhole` is absent where nothing is known to have been acknowledged: then nothing is known to be lost. */
  const repair = async (manager: JetStreamManager, seenWhole?: Date) => {
    // The row before the stream: another replica's last mark may be younger than an answer that is on its way.
    const other = await replays.repairAfter(seenWhole ?? new Date());
    const mark = other?.lastMark && !(await isLost(other.lastMark)) ? other.lastMark : undefined;
    if (mark || other?.pending) {
      log.info({ stream, replay: other?._id }, 'another replica fills the stream again');
    } else {
      if (seenWhole) log.error({ stream, seenWhole }, 'the stream went back, filling it again');
      else log.info({ stream }, 'a new stream, filled with what the journals hold');
      await replays.want(ago(retention));
    }
    await watch.reset(mark);
    await watch.look(manager, async () => ({ info: await manager.streams.info(stream) }));
  };

  const upkeep = async () => {
    try {
      await keep();
    } catch (error) {
      if (!isWithoutRoom(error)) throw error;
      // Trying again each second makes no room.
      const { max_bytes: maxBytes, num_replicas: replicas } = config;
      log.error({ stream, maxBytes, replicas }, noRoom({ streams: 1, maxBytes, replicas }));
    }
  };

  const keep = async () => {
    if (!link.up()) return;
    await deps.indexes;
    const manager = await managerOf();
    const { info, made, wentBack } = await watch.look(manager, () => keepStream(manager, config));
    watchSize(info, { log, metrics });
    if (wentBack) await repair(manager, wentBack.since);
    else if (made) await repair(manager);
    await watch.save();
    isKept = true;
    replaying.wake();
  };

  const sendRecent = async () => {
    const replay = v7();
    for await (const chunk of inChunks(source.publishedSince(ago(timings.recent)))) {
      await publishAgain(publisher, chunk, replay);
    }
  };

  const listen = () => {
    const connection = link.up();
    if (!connection || connection === answering) return;
    answering = connection;
    answerReplayRequests(connection, {
      ...{ service, log, promise: replays.promise },
      promised: () => {
        replaying.wake();
      },
    });
  };

  const replaying = startRecurring({
    ...{ name: `replays of ${stream}`, every: timings.check, retry: timings.retry, log },
    run: async (signal) => {
      if (!isKept || !link.up()) return;
      const connect = connects;
      if (recentSentAt !== connect) await sendRecent();
      recentSentAt = connect;
      const { failPoint } = deps;
      const newestMark = watch.newest;
      await runReplays({ replays, source, publisher, newestMark, isLost, failPoint, log }, signal);
    },
  });
  const keeping = startRecurring({
    ...{ name: `upkeep of ${stream}`, every: timings.check, retry: timings.retry, log },
    run: upkeep,
  });

  link.onConnect(() => {
    isKept = false;
    connects += 1;
    listen();
    keeping.wake();
  });

  return {
    publish: publisher.publish,
    get isKept() {
      return isKept;
    },
    stop: async () => {
      await Promise.all([keeping.stop(), replaying.stop()]);
      await watch.save();
    },
  };
}
