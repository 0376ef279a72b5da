import { connect, headers, nanos, type JetStreamManager, type NatsConnection } from 'nats';
import type { OutgoingEvent } from '@onewindow/contracts';
import { idOfReplay } from '../src/message-id.ts';
import { streamConfig } from '../src/stream-config.ts';
import { eventually } from '@onewindow/testing';
import { thingChanged } from './things.ts';

/** A service's stream as its owner would keep it, in the hands of a test. */
export interface AStream {
  readonly service: string;
  /** Makes it; with another age than 30 days when told so. */
  make(maxAge?: number): Promise<void>;
  remove(): Promise<void>;
  /** Forgets what it holds, and nothing that comes. */
  purge(): Promise<void>;
  /** Publishes the nth event of a thing and answers with its id. */
  tell(name: string, n: number): Promise<string>;
  /** Sends the same event once more, as a replay does. */
  tellAgain(name: string, n: number): Promise<void>;
  /** Sends it under a message id of its own, as after JetStream has forgotten the first one. */
  tellCopy(name: string, n: number): Promise<void>;
  send(subject: string, text: string): Promise<void>;
  /** How many readers there are. */
  readers(): Promise<number>;
  close(): Promise<void>;
}

export async function aStream(url: string, service: string): Promise<AStream> {
  const connection: NatsConnection = await connect({
    ...{ servers: url, maxReconnectAttempts: -1, reconnectTimeWait: 50 },
  });
  const manager = (): Promise<JetStreamManager> => connection.jetstreamManager({ checkAPI: false });
  const config = streamConfig({ service, maxBytes: 2 ** 26, retention: 3_600_000, replicas: 1 });
  const send = async (
    { natsSubject, envelope }: Pick<OutgoingEvent, 'natsSubject' | 'envelope'>,
    msgID: string,
  ) => {
    const text = JSON.stringify(envelope);
    // Under one message id, so that trying again is harmless.
    await eventually(`${msgID} published`, async () => {
      const options = { msgID, headers: headers(), timeout: 1_000 };
      const ack = connection.jetstream().publish(natsSubject, text, options);
      return ack.then(
        () => true,
        () => false,
      );
    });
  };
  return {
    service,
    make: async (maxAge) => {
      const age = maxAge !== undefined && { max_age: nanos(maxAge), duplicate_window: nanos(100) };
      const { streams } = await manager();
      // Making it again is harmless, and a request may be lost with a connection that just broke.
      await eventually('made', () =>
        streams.add({ ...config, ...age }).then(
          () => true,
          () => false,
        ),
      );
    },
    remove: async () => {
      await (await manager()).streams.delete(config.name);
    },
    purge: async () => {
      await (await manager()).streams.purge(config.name);
    },
    tell: async (name, n) => {
      const event = thingChanged(service, [name, n]);
      await send(event, event.messageId);
      return event.envelope.id;
    },
    tellAgain: async (name, n) => {
      const event = thingChanged(service, [name, n]);
      await send(event, idOfReplay(event.messageId, 'replay'));
    },
    tellCopy: async (name, n) => {
      const event = thingChanged(service, [name, n]);
      await send(event, `${event.envelope.subject}:copy:v1`);
    },
    send: async (subject, text) => {
      await connection.jetstream().publish(subject, text);
    },
    readers: async () => (await (await manager()).streams.info(config.name)).state.consumer_count,
    close: () => connection.close(),
  };
}
