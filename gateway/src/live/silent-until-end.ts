import type { Subscriber } from './subscriber.ts';

/**
 * A subscription as graphql-ws knows one, that yields nothing: messages go to the socket by themselves, their text
 * written once for all who get it. Ends when the subscription is complete, throws why it ended otherwise.
 */
export function silentUntilEnd(subscriber: Subscriber): AsyncGenerator<never, void, void> {
  const finished = { done: true, value: undefined } as const;
  const leave = () => {
    subscriber.end();
    return Promise.resolve(finished);
  };
  const generator = {
    next: async () => {
      const error = await subscriber.ended;
      if (error !== undefined) throw error;
      return finished;
    },
    return: leave,
    throw: leave,
    [Symbol.asyncIterator]: () => generator,
    [Symbol.asyncDispose]: async () => {
      await leave();
    },
  };
  return generator;
}
