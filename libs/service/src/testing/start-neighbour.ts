import { randomUUID } from 'node:crypto';
import type { EventContract, OutgoingEvent } from '@onewindow/contracts';
import { connectMessaging, type EventSource } from '@onewindow/messaging';
import type { Database } from '@onewindow/persistence';
import { trustClock } from '@onewindow/runtime';
import { anEvent } from './an-event.ts';
import { until } from './until.ts';

export interface Neighbour {
  /** Publishes one real contract event and answers when the broker has it. */
  tells<Happened extends object, Snapshot extends { readonly id: string }>(
    contract: EventContract<{ readonly happened: Happened; readonly snapshot: Snapshot }>,
    snapshot: Snapshot,
    more?: { readonly version?: number; readonly happened?: Happened; readonly time?: string },
  ): Promise<OutgoingEvent>;
  /** Sends an event again, as a broker or a second publisher may. */
  repeats(event: OutgoingEvent): Promise<void>;
  close(): Promise<void>;
}

/**
 * Another service as the one under test meets it: a stream of its own with real events, and its memory
 * for replays.
 */
export async function startNeighbour(
  service: string,
  { url, database, region }: Surroundings,
): Promise<Neighbour> {
  const told = new Map<string, OutgoingEvent>();
  const source: EventSource = {
    publishedSince: () => each([]),
    newest: () => each([...told.values()].map((event, at) => ({ event, cursor: at.toString() }))),
  };
  const messaging = await connectMessaging({
    ...{ url, service, source, clock: trustClock },
    database: database.native,
  });
  // Its stream is made soon after it connects.
  await until(() => messaging.isReady());
  // A busy broker may not answer in time: under one message id it is harmless to publish again.
  const publish = (event: OutgoingEvent) =>
    until(async () => (await messaging.publish([event])).failed.length === 0);
  return {
    tells: async (contract, snapshot, { version = 1, happened, time = trustClock.now() } = {}) => {
      const data = contract.schema.parse({ happened: happened ?? {}, snapshot });
      const event: OutgoingEvent = {
        envelope: anEvent(contract, data, { version, time, region }),
        natsSubject: `${contract.type}._`,
        messageId: `${snapshot.id}:${version.toString()}:v1`,
      };
      told.set(snapshot.id, event);
      await publish(event);
      return event;
    },
    repeats: (event) => publish({ ...event, messageId: `${event.messageId}:${randomUUID()}` }),
    close: () => messaging.close(),
  };
}

interface Surroundings {
  readonly url: string;
  readonly database: Database;
  readonly region: string;
}

async function* each<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  for (const row of rows) yield await Promise.resolve(row);
}
