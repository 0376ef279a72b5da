import {
  AckPolicy,
  DeliverPolicy,
  nanos,
  ReplayPolicy,
  type ConsumerConfig,
  type ConsumerInfo,
  type JetStreamManager,
} from 'nats';
import type { Consumer } from './contract.ts';
import { isConsumerNotFound } from './jetstream-errors.ts';
import { durableOf, filterOf, type Lane } from './lane.ts';
import { streamOf } from './stream-config.ts';

/**
 * Events that wait for another try count as pending. At the broker's default of 1,000 as many
 * poisoned ones would hold up everybody behind them for the quarter of an hour until they are dead letters.
 */
const MAX_ACK_PENDING = 50_000;

export function durableConfig(
  consumer: Consumer,
  lane: Lane,
  ackWait: number,
): Partial<ConsumerConfig> & { durable_name: string } {
  return {
    durable_name: durableOf(consumer, lane),
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    replay_policy: ReplayPolicy.Instant,
    // Tries are counted in Mongo: the broker would drop an event without a word.
    max_deliver: -1,
    ack_wait: nanos(ackWait),
    max_ack_pending: MAX_ACK_PENDING,
    filter_subjects: [
      ...filterOf(
        consumer.contracts.map(({ type }) => type),
        lane,
      ),
    ],
  };
}

/** The lane's durable as the broker has it; undefined when there is none. Throws while there is no stream. */
export async function findDurable(
  manager: JetStreamManager,
  consumer: Consumer,
  lane: Lane,
): Promise<ConsumerInfo | undefined> {
  try {
    return await manager.consumers.info(streamOf(consumer.from), durableOf(consumer, lane));
  } catch (error) {
    if (isConsumerNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * Makes the lane's durable unless `found` is as it shall be now. Throws while there is no stream: only its owner
 * makes that. What is right already is left alone: changing it needs a leader of the whole cluster, which is what
 * is missing when a server has just gone.
 */
export async function ensureDurable(
  manager: JetStreamManager,
  consumer: Consumer,
  wanted: {
    readonly lane: Lane;
    readonly ackWait: number;
    readonly found?: ConsumerInfo | undefined;
  },
): Promise<ConsumerInfo> {
  const { lane, ackWait, found } = wanted;
  const stream = streamOf(consumer.from);
  const config = durableConfig(consumer, lane, ackWait);
  if (!found) return manager.consumers.add(stream, config);
  return isAsWanted(found, config)
    ? found
    : manager.consumers.update(stream, config.durable_name, config);
}

/** A single filter is told back under another name than several. */
const isAsWanted = ({ config }: ConsumerInfo, wanted: ReturnType<typeof durableConfig>) =>
  Object.entries({ ...wanted, filter_subjects: undefined }).every(
    ([key, value]) => value === undefined || config[key as keyof typeof config] === value,
  ) &&
  JSON.stringify([config.filter_subject ?? [], config.filter_subjects ?? []].flat().toSorted()) ===
    JSON.stringify(wanted.filter_subjects);
