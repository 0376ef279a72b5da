import type { FollowedEvent, StreamFollower } from '../src/index.ts';
import { eventually } from '@onewindow/testing';

/** Somebody who follows and writes down what he is told. */
export interface Listener {
  /** The values that the events carry, in the order of telling. */
  readonly values: () => readonly number[];
  readonly events: readonly FollowedEvent[];
  /** Rejects with what ended it, if something has. */
  readonly ended: Promise<void>;
  told(count: number): Promise<void>;
  stop(): Promise<void>;
}

export function listen(
  follower: StreamFollower,
  { events, after }: { readonly events: readonly string[]; readonly after?: string },
): Listener {
  const told: FollowedEvent[] = [];
  const stopping = new AbortController();
  const listening = async () => {
    const { signal } = stopping;
    const heard = follower.follow({ events, signal, ...(after !== undefined && { after }) });
    for await (const event of heard) told.push(event);
  };
  const ended = listening();
  // Whoever is interested awaits it; the others need not.
  ended.catch(() => undefined);
  return {
    values: () => told.map(({ envelope }) => valueOf(envelope.data)),
    events: told,
    ended,
    told: (count) => eventually(`${count} told, now ${told.length}`, () => told.length >= count),
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

const valueOf = (data: unknown) =>
  (data as { readonly snapshot: { readonly value: number } }).snapshot.value;
