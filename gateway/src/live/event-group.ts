import type { GraphQLError } from 'graphql';
import { asLiveError, liveError } from './live-error.ts';
import { createInTurn } from '@onewindow/runtime';
import type { FollowedEvent } from '@onewindow/messaging';
import type { Message, Subscriber } from './subscriber.ts';

/** Subscribers who get the same: one execution an event for all of them, and one text. */
export interface EventGroup {
  readonly isWanted: (event: FollowedEvent) => boolean;
  /** What there is to tell of an event; undefined when it is nothing. Rejects when nobody can say. */
  readonly answer: (event: FollowedEvent) => Promise<Message | undefined>;
  /** Hands an event to all who are attached, in order. */
  readonly take: (event: FollowedEvent) => void;
  /** `isTold` says of which events he knows already. */
  readonly attach: (subscriber: Subscriber, isTold: (event: FollowedEvent) => boolean) => void;
  readonly fail: (error: unknown) => void;
}

export interface GroupOptions {
  readonly isWanted: (event: FollowedEvent) => boolean;
  readonly answer: (event: FollowedEvent) => Promise<Message | undefined>;
}

/** How many events of one group are asked about at once, and how many may wait. */
const AT_ONCE = 4;
const WAITING = 1_000;

export function createEventGroup({ isWanted, answer }: GroupOptions): EventGroup {
  const members = new Map<Subscriber, (event: FollowedEvent) => boolean>();
  const inTurn = createInTurn(AT_ONCE);
  const running = new Map<string, Promise<Message | undefined>>();
  let failure: GraphQLError | undefined;
  let unfinished = 0;
  let told = Promise.resolve();

  /** Who comes back asks for what others are asking for just now: once is enough. */
  const answerOnce = (event: FollowedEvent) => {
    const found = running.get(event.cursor);
    if (found !== undefined) return found;
    const answered = inTurn(() => answer(event)).finally(() => running.delete(event.cursor));
    running.set(event.cursor, answered);
    return answered;
  };
  const fail = (error: unknown) => {
    failure = asLiveError(error);
    for (const subscriber of members.keys()) subscriber.end(failure);
    members.clear();
  };
  return {
    isWanted,
    answer: answerOnce,
    fail,
    attach: (subscriber, isTold) => {
      if (failure !== undefined) subscriber.end(failure);
      if (!subscriber.isOpen()) return;
      members.set(subscriber, isTold);
      void subscriber.ended.then(() => members.delete(subscriber));
    },
    take: (event) => {
      if (members.size === 0 || !isWanted(event)) return;
      if (unfinished >= WAITING) {
        const reason = liveError('SUBSCRIBER_TOO_SLOW');
        for (const subscriber of members.keys()) subscriber.end(reason);
        return;
      }
      // Whoever comes while it is asked about finds it among the latest events himself.
      const audience = [...members].filter(([, isTold]) => !isTold(event));
      unfinished += 1;
      const answered = answerOnce(event);
      answered.catch(() => undefined); // It is awaited below, in its turn.
      told = told.then(async () => {
        try {
          const message = await answered;
          if (message === undefined) return;
          for (const [subscriber] of audience) subscriber.push(message);
        } catch (error) {
          const reason = asLiveError(error);
          for (const [subscriber] of audience) subscriber.end(reason);
        } finally {
          unfinished -= 1;
        }
      });
    },
  };
}
