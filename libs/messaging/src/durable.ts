import {
  AckPolicy,
  DeliverPolicy,
  nanos,
  ReplayPolicy,
  type ConsumerConfig,
  type JetStreamManager,
} from 'nats';
import type { Consumer } from './contract.ts';
import { isConsumerNotFound } from './jetstream-errors.ts';
import { streamOf } from './stream-config.ts';

/**
 * Events that wait for another try count as pending. At the broker's default of 1,000 as many
 * poisoned ones would hold up everybody behind them for the quarter of an hour until they are dead letters.
 */
const MAX_ACK_PENDING = 50_000;

export function durableConfig(
  consumer: Consumer,
  ackWait: number,
): Partial<ConsumerConfig> & { durable_name: string } {
  return {
    durable_name: consumer.durable,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    replay_policy: ReplayPolicy.Instant,
    // Tries are counted in Mongo: the broker would drop an event without a word.
    max_deliver: -1,
    ack_wait: nanos(ackWait),
    max_ack_pending: MAX_ACK_PENDING,
    filter_subjects: [...new Set(consumer.contracts.map(({ type }) => `${type}.>`))].sort(),
  };
}

export async function durableExists(
  manager: JetStreamManager,
  consumer: Consumer,
): Promise<boolean> {
  try {
    await manager.consumers.info(streamOf(consumer.from), consumer.durable);
    return true;
  } catch (error) {
    if (isConsumerNotFound(error)) return false;
    throw error;
  }
}

/** Makes the durable, or makes it as it shall be now. Throws while there is no stream: only its owner makes that. */
export async function ensureDurable(
  manager: JetStreamManager,
  consumer: Consumer,
  ackWait: number,
): Promise<void> {
  const stream = streamOf(consumer.from);
  const config = durableConfig(consumer, ackWait);
  if (await durableExists(manager, consumer)) {
    await manager.consumers.update(stream, consumer.durable, config);
  } else {
    await manager.consumers.add(stream, config);
  }
}
