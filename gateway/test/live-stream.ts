import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@onewindow/contracts';
import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import { connect, type NatsConnection } from 'nats';
import { eventually } from '@onewindow/testing';

/** The stream of the service `cases`, on a broker of the test's own. */
export interface LiveStream {
  readonly url: string;
  /** Makes the stream anew. */
  readonly make: () => Promise<void>;
  /** Tells that something happened to a case, with what is public of it then. */
  readonly tell: (id: string, snapshot?: object, change?: Partial<EventEnvelope>) => Promise<void>;
  /** Puts anything at all into the stream. */
  readonly send: (text: string) => Promise<void>;
  /** As in a crash; the store stays for `restart`. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const STREAM = 'ONEWINDOW_CASES';
const TYPE = 'onewindow.cases.case.moved.v1';

export async function startLiveStream(): Promise<LiveStream> {
  const first = await startNats();
  let running: StartedNats = first;
  const connection: NatsConnection = await connect({
    ...{ servers: first.url, maxReconnectAttempts: -1, reconnectTimeWait: 50 },
  });
  // A request may be lost with a connection that just broke: it is made until it is answered.
  const insist = (what: string, request: () => Promise<unknown>) =>
    eventually(what, () =>
      request().then(
        () => true,
        () => false,
      ),
    );
  const publish = (text: string) => {
    const msgID = `${randomUUID()}:1:v1`;
    return insist('published', () =>
      connection.jetstream().publish(`${TYPE}._`, text, { msgID, timeout: 1_000 }),
    );
  };
  return {
    url: first.url,
    make: async () => {
      const { streams } = await connection.jetstreamManager({ checkAPI: false });
      await streams.delete(STREAM).catch(() => false); // There is none the first time.
      await insist('made', () => streams.add({ name: STREAM, subjects: ['onewindow.cases.>'] }));
    },
    tell: (subject, snapshot = {}, change = {}) =>
      publish(
        JSON.stringify({
          ...{ specversion: '1.0', datacontenttype: 'application/json', id: randomUUID() },
          ...{ source: '/onewindow/cases', type: TYPE, subject, time: '2026-03-02T01:00:00.000Z' },
          ...{ aggregateversion: 1, region: 'r', actor: 'test', data: { happened: {}, snapshot } },
          ...change,
        }),
      ),
    send: publish,
    kill: () => running.kill(),
    restart: async () => {
      running = await startNats({ port: first.port, storeDir: first.storeDir });
    },
    stop: async () => {
      await connection.close();
      if (running !== first) await running.stop();
      await first.stop();
    },
  };
}
