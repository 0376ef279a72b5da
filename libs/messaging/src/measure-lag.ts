import type { NatsConnection } from 'nats';
import type { BrokerLink } from './broker-link.ts';
import { deadLettersOf, type Database } from './collections.ts';
import type { Consumer } from './contract.ts';
import { durableOf, LANES } from './lane.ts';
import { isConsumerNotFound, isStreamNotFound } from './jetstream-errors.ts';
import type { Lag, MessagingMetrics } from './metrics.ts';
import { streamOf } from './stream-config.ts';

/** Tells how far behind each lane of a durable is, and how many of its events nobody could handle. */
export async function measureLag(
  consumer: Consumer,
  deps: {
    readonly link: BrokerLink;
    readonly database: Database;
    readonly metrics: MessagingMetrics;
  },
): Promise<void> {
  const { database, link, metrics } = deps;
  const { durable, from } = consumer;
  const connection = link.up();
  for (const lane of LANES) {
    const name = durableOf(consumer, lane);
    metrics.lag(name, connection && (await lagOf(connection, streamOf(from), name)));
  }
  metrics.deadLetters(durable, await deadLettersOf(database).countDocuments({ durable }));
}

/** Undefined while the durable or its stream has not been made yet. */
async function lagOf(
  connection: NatsConnection,
  stream: string,
  durable: string,
): Promise<Lag | undefined> {
  const manager = await connection.jetstreamManager({ checkAPI: false });
  try {
    const info = await manager.consumers.info(stream, durable);
    return { waiting: info.num_pending, unacknowledged: info.num_ack_pending };
  } catch (error) {
    if (isConsumerNotFound(error) || isStreamNotFound(error)) return undefined;
    throw error;
  }
}
