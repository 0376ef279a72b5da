import { errorInLanguage, type Language } from '@onewindow/subgraph';
import type { GraphQLError } from 'graphql';
import { liveError, withLastEvent } from './live-error.ts';

/** A message for a subscriber: its text is written once for all who get it. */
export interface Message {
  readonly text: string;
  readonly eventId: string;
}

/** Where a subscriber's messages go. Resolves when the next one may follow; never rejects. */
export type Deliver = (message: Message) => Promise<void>;

/** One subscription of one caller: messages wait for him, but not many. */
export interface Subscriber {
  /** Told with all others: who has too much waiting is ended. */
  push(message: Message): void;
  /** Told alone: resolves when there is room for the next. */
  offer(message: Message): Promise<void>;
  /** Where he stands before anything was told. */
  begin(eventId: string): void;
  end(error?: GraphQLError): void;
  readonly isOpen: () => boolean;
  /** Undefined when it is complete, else why it ended. Never rejects. */
  readonly ended: Promise<GraphQLError | undefined>;
}

export interface SubscriberLimits {
  /** How many messages may wait. */
  readonly waiting: number;
  /** How long one message may be on its way to who is told alone, in milliseconds. */
  readonly patience: number;
}

/** Why it ends is told in his language. */
export function createSubscriber(
  deliver: Deliver,
  limits: SubscriberLimits,
  language: Language = 'zh',
): Subscriber {
  const waiting: Message[] = [];
  let lastEventId: string | undefined;
  let isDelivering = false;
  let isOpen = true;
  let resolveEnded: (error: GraphQLError | undefined) => void = () => undefined;
  const ended = new Promise<GraphQLError | undefined>((resolve) => (resolveEnded = resolve));
  let drained: (() => void) | undefined;

  const end = (error?: GraphQLError) => {
    if (!isOpen) return;
    isOpen = false;
    waiting.length = 0;
    drained?.();
    resolveEnded(error && errorInLanguage(withLastEvent(error, lastEventId), language));
  };
  const run = async () => {
    isDelivering = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      lastEventId = next.eventId;
      await deliver(next);
    }
    isDelivering = false;
    drained?.();
  };
  const push = (message: Message) => {
    if (!isOpen) return;
    if (waiting.length >= limits.waiting) {
      end(liveError('SUBSCRIBER_TOO_SLOW'));
      return;
    }
    waiting.push(message);
    if (!isDelivering) void run();
  };
  return {
    push,
    offer: async (message) => {
      push(message);
      if (!isDelivering || !isOpen) return;
      const late = setTimeout(() => {
        end(liveError('SUBSCRIBER_TOO_SLOW'));
      }, limits.patience);
      await new Promise<void>((resolve) => (drained = resolve));
      clearTimeout(late);
      drained = undefined;
    },
    begin: (eventId) => {
      lastEventId ??= eventId;
    },
    end,
    isOpen: () => isOpen,
    ended,
  };
}
