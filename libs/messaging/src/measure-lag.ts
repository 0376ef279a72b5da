import type { NatsConnection } from 'nats';
import type { BrokerLink } from './broker-link.ts';
import { deadLettersOf, type Database } from './collections.ts';
import type { Consumer } from './contract.ts';
import { isConsumerNotFound, isStreamNotFound } from './jetstream-errors.ts';
import type { Lag, MessagingMetrics } from './metrics.ts';
import { streamOf } from './stream-config.ts';

/** Tells how far behind a durable is, and how many of its events nobody could handle. */
export async function measureLag(
  { from, durable }: Consumer,
  deps: {
    readonly link: BrokerLink;
    readonly database: Database;
    readonly metrics: MessagingMetrics;
  },
): Promise<void> {
  const { database, link, metrics } = deps;
  const connection = link.up();
  metrics.lag(durable, connection && (await lagOf(connection, streamOf(from), durable)));
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
