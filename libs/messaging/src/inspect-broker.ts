import { connect, type ConsumerInfo, type NatsConnection, type StreamInfo } from 'nats';
import { parseBrokerAddress } from './broker-address.ts';
import { consumersOf, deadLettersOf, type Database } from './collections.ts';
import { streamOf } from './stream-config.ts';

/** What an operator sees of a broker: nothing is made or changed by looking. */
export interface BrokerReport {
  readonly version: string;
  readonly jetStream: boolean;
  readonly streams: readonly StreamReport[];
}

export interface StreamReport {
  readonly name: string;
  readonly bytes: number;
  readonly maxBytes: number;
  readonly replicas: number;
  readonly durables: readonly DurableReport[];
}

export interface DurableReport {
  readonly durable: string;
  /** In the stream and not delivered yet. */
  readonly waiting: number;
  readonly unacknowledged: number;
  /** Somebody asks for its messages just now. */
  readonly isPulled: boolean;
}

/** Throws when nobody answers at that address. */
export async function inspectBroker(url: string, patienceMs = 5_000): Promise<BrokerReport> {
  const connection = await connect({
    ...parseBrokerAddress(url),
    ...{ name: 'onewindow doctor', reconnect: false, timeout: patienceMs },
  });
  try {
    const streams = await inspectStreams(connection);
    return {
      version: connection.info?.version ?? '',
      jetStream: streams !== undefined,
      streams: streams ?? [],
    };
  } finally {
    await connection.close();
  }
}

async function inspectStreams(
  connection: NatsConnection,
): Promise<readonly StreamReport[] | undefined> {
  if (connection.info?.jetstream !== true) return undefined;
  const manager = await connection.jetstreamManager();
  const streams: StreamReport[] = [];
  for await (const { config, state } of each<StreamInfo>(manager.streams.list())) {
    const durables: DurableReport[] = [];
    for await (const info of each<ConsumerInfo>(manager.consumers.list(config.name))) {
      durables.push({
        durable: info.name,
        waiting: info.num_pending,
        unacknowledged: info.num_ack_pending,
        isPulled: info.num_waiting > 0,
      });
    }
    const { name, max_bytes: maxBytes, num_replicas: replicas } = config;
    streams.push({ name, bytes: state.bytes, maxBytes, replicas, durables });
  }
  return streams;
}

const each = <Item>(lister: AsyncIterable<Item>): AsyncIterable<Item> => lister;

/** What a service has bound, by its own memory, and what it could not handle. */
export interface ListeningReport {
  readonly bound: readonly { readonly durable: string; readonly stream: string }[];
  readonly deadLetters: number;
}

export async function inspectListening(database: Database): Promise<ListeningReport> {
  const rows = await consumersOf(database).find().toArray();
  return {
    bound: rows.flatMap(({ _id: durable, types: [type] }) => {
      const from = type?.split('.')[1];
      return from === undefined ? [] : [{ durable, stream: streamOf(from) }];
    }),
    deadLetters: await deadLettersOf(database).countDocuments(),
  };
}
