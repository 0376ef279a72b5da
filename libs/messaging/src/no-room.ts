import { connect, StorageType } from 'nats';
import { parseBrokerAddress } from './broker-address.ts';
import { isStreamNotFound, isWithoutRoom } from './jetstream-errors.ts';
import { DEFAULT_STREAM_BYTES, streamOf } from './stream-config.ts';

/** What streams reserve on the disks of a broker. */
export interface Reservation {
  /** How many streams. */
  readonly streams: number;
  /** Of each, in bytes. */
  readonly maxBytes: number;
  /** Copies, each on a server of its own. */
  readonly replicas: number;
}

/** Why no stream can be made, and what to do, for whoever runs the broker. */
export function noRoom({ streams, maxBytes, replicas }: Reservation): string {
  const all = streams === 1 ? 'the stream' : `${streams} streams of ${mebibytes(maxBytes)} MiB`;
  const servers = replicas === 1 ? 'on its disk' : `on the disks of ${replicas} servers each`;
  return (
    `The broker has no room for ${all}: ${mebibytes(streams * maxBytes)} MiB are to be reserved ${servers}. ` +
    'Give JetStream more (max_file_store, or a larger disk), or set NATS_STREAM_BYTES to fewer bytes for each stream.'
  );
}

const mebibytes = (bytes: number) => Math.ceil(bytes / 1024 ** 2);

/**
 * Throws a sentence when a broker has no room for the streams of these services that it does not have yet. It makes
 * one stream that reserves as much as all of them and deletes it: a broker does not tell how much room it has.
 */
export async function demandRoom(
  url: string,
  asked: {
    readonly services: readonly string[];
    readonly maxBytes?: number;
    readonly replicas?: number;
  },
): Promise<void> {
  const { services, maxBytes = DEFAULT_STREAM_BYTES, replicas = 1 } = asked;
  const connection = await connect({
    ...parseBrokerAddress(url),
    ...{ name: 'onewindow room', reconnect: false },
  });
  try {
    const { streams } = await connection.jetstreamManager();
    const isThere = (name: string) =>
      streams.info(name).then(
        () => true,
        (error: unknown) => {
          if (isStreamNotFound(error)) return false;
          throw error;
        },
      );
    const there = await Promise.all(services.map((service) => isThere(streamOf(service))));
    const missing = there.filter((is) => !is).length;
    if (missing === 0) return;
    const name = 'ONEWINDOW_ROOM';
    try {
      await streams.add({
        ...{ name, subjects: ['onewindow-room'], storage: StorageType.File },
        ...{ max_bytes: missing * maxBytes, num_replicas: replicas },
      });
    } catch (error) {
      if (!isWithoutRoom(error)) throw error;
      throw new Error(noRoom({ streams: missing, maxBytes, replicas }), { cause: error });
    }
    await streams.delete(name);
  } finally {
    await connection.close();
  }
}
