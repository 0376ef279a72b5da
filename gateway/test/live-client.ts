import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { metricsAt } from './a-graph.ts';
import { eventually } from '@onewindow/testing';

export interface LiveMessage {
  readonly data?: unknown;
  readonly errors?: readonly LiveFault[];
  readonly extensions?: { readonly eventId?: string };
}
export interface LiveFault {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly lastEventId?: string | undefined;
}

/** A subscription of one client, with what it was told. */
export interface Subscription {
  readonly messages: LiveMessage[];
  readonly data: () => unknown[];
  /** `complete`, or the errors that ended it. */
  readonly ended: Promise<'complete' | readonly LiveFault[]>;
  readonly told: (count: number) => Promise<void>;
  readonly lastEventId: () => string | undefined;
  readonly stop: () => void;
}

/** A client of graphql-ws that tries nothing twice. */
export function connectClient(
  address: string,
  connectionParams: Record<string, unknown> = {},
): Client {
  return createClient({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    lazy: true,
  });
}

export function subscribe(client: Client, { query, variables, lastEventId }: Asked): Subscription {
  const messages: LiveMessage[] = [];
  let stop: () => void = () => undefined;
  const ended = new Promise<'complete' | readonly LiveFault[]>((resolve) => {
    stop = client.subscribe(
      {
        query,
        ...(variables && { variables }),
        ...(lastEventId !== undefined && { extensions: { lastEventId } }),
      },
      {
        next: (message) => messages.push(message as LiveMessage),
        error: (reason) => {
          resolve(
            Array.isArray(reason)
              ? (reason as LiveFault[])
              : [
                  {
                    message: (reason as CloseEvent).reason,
                    extensions: { code: (reason as CloseEvent).code },
                  },
                ],
          );
        },
        complete: () => {
          resolve('complete');
        },
      },
    );
  });
  return {
    messages,
    ended,
    data: () => messages.map(({ data }) => data),
    told: (count) => eventually(`${count} told`, () => messages.length >= count),
    lastEventId: () => messages.at(-1)?.extensions?.eventId,
    stop: () => {
      stop();
    },
  };
}

interface CloseEvent {
  readonly code: number;
  readonly reason: string;
}

/** The code of what ended a subscription. */
export const codeOf = (ended: 'complete' | readonly LiveFault[]) =>
  ended === 'complete' ? ended : ended[0]?.extensions['code'];

/** Waits until so many subscriptions are open at a gateway. */
export const open = (address: string, count: number): Promise<void> =>
  eventually(`${count} subscriptions`, async () => (await subscriptionsAt(address)) === count);

export async function subscriptionsAt(address: string): Promise<number> {
  const text = await metricsAt(address);
  return [...text.matchAll(/^onewindow_live_subscriptions\{.*\} (\d+)$/gm)]
    .map(([, number]) => Number(number))
    .reduce((sum, number) => sum + number, 0);
}
