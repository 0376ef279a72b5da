import { eventually, type Answer, type Question } from './ask.ts';
import type { Centre } from './centre.ts';

/** What a subscription was told: the answer to each event, with where to go on behind it. */
export interface Told<Data> extends Omit<Answer<Data>, 'status'> {
  readonly extensions?: { readonly eventId: string };
}

export interface LiveStream<Data> {
  readonly told: readonly Told<Data>[];
  /** Waits until something like this was told. */
  until(holds: (told: readonly Told<Data>[]) => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Subscribes by Server-Sent Events, as `curl -N` does. Once it answers, everything that happens is told. */
export async function subscribe<Data>(
  centre: Pick<Centre, 'gatewayUrl'>,
  { query, variables, token, after }: Question & { readonly after?: string },
): Promise<LiveStream<Data>> {
  const stopping = new AbortController();
  const response = await fetch(`${centre.gatewayUrl}/graphql/stream`, {
    method: 'POST',
    signal: stopping.signal,
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      accept: 'text/event-stream',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(after !== undefined && { 'last-event-id': after }),
    },
    body: JSON.stringify({ query, variables: variables ?? {} }),
  });
  const told: Told<Data>[] = [];
  const reading = read(response, (text) => {
    told.push(JSON.parse(text) as Told<Data>);
  }).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    told,
    until: async (holds) => {
      await eventually(() => Promise.resolve(told), holds, 90_000);
    },
    stop: async () => {
      stopping.abort();
      await reading;
    },
  };
}

/** Events end with an empty line; those of a subscription carry one line of data. */
async function read(response: Response, next: (text: string) => void): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const events = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const lines = event.split('\n');
      const data = lines.find((line) => line.startsWith('data: '));
      if (lines.includes('event: next') && data !== undefined) next(data.slice('data: '.length));
    }
  }
}
