import { setMaxListeners } from 'node:events';
import type { CompiledSubscription, SubscriptionRun } from '../execution/compile-subscription.ts';
import { createEventAnswer, type AskingOptions } from './event-answer.ts';
import { openEventFeed, type EventFeed } from './event-feed.ts';
import { createEventFeeds, type FeedUse } from './event-feeds.ts';
import { createEventGroup, type EventGroup } from './event-group.ts';
import type { LiveCaller } from './live-caller.ts';
import { liveError } from './live-error.ts';
import type { LiveField } from './live-fields.ts';
import { representationOfSubject } from './live-key.ts';
import type { LiveLimits } from './live-limits.ts';
import { createMatcher } from './live-match.ts';
import type { LiveMetrics } from './live-metrics.ts';
import type { FollowedEvent, StreamFollower } from '@onewindow/messaging';

export interface GroupRequest {
  /** Whoever has the same gets the same. */
  readonly key: string;
  readonly compiled: CompiledSubscription;
  readonly run: Omit<SubscriptionRun, 'context' | 'send'>;
  readonly field: LiveField;
  readonly given: Readonly<Record<string, unknown>>;
  /** Of the key that was given; undefined where events say which entity it is. */
  readonly representation: string | undefined;
  readonly subject: string | undefined;
  readonly caller: LiveCaller;
}

/** A place in a group, until it is given back. */
export interface GroupUse {
  readonly group: EventGroup;
  readonly feed: EventFeed;
  readonly field: LiveField;
  readonly follower: StreamFollower;
  release(): void;
}

export interface EventGroups {
  /** From now on the events of a field are heard. */
  hear(field: LiveField): Promise<FeedUse>;
  /** The group of all who ask the same; takes over what was heard for it. */
  join(request: GroupRequest, heard: FeedUse): GroupUse;
  close(): void;
}

interface Entry {
  readonly group: EventGroup;
  readonly feed: EventFeed;
  readonly end: () => void;
  users: number;
}

export function createEventGroups(options: {
  readonly follower: StreamFollower;
  readonly asking: AskingOptions;
  readonly limits: LiveLimits;
  readonly log: LiveCaller['log'];
  readonly metrics: LiveMetrics;
}): EventGroups {
  const { follower, asking, limits, log, metrics } = options;
  const feeds = createEventFeeds(limits.feedKept);
  const groups = new Map<string, Entry>();

  const create = (request: GroupRequest, feed: EventFeed): Entry => {
    const { compiled, run, field, given, caller, subject } = request;
    const ending = new AbortController();
    setMaxListeners(0, ending.signal);
    const matches = createMatcher(field.matches, given);
    const answer = createEventAnswer({
      ...{ compiled, run, caller, asking, signal: ending.signal },
      representationOf: ({ envelope }) =>
        request.representation ?? representationOfSubject(field, envelope.subject),
    });
    const group = createEventGroup({
      isWanted: ({ envelope }: FollowedEvent) =>
        (subject === undefined || subject === envelope.subject) && matches(envelope),
      answer: (event) => metrics.timed(field.name, () => answer(event)),
    });
    const deafen = feed.listen({
      take: group.take,
      fail: (error) => {
        if (groups.get(request.key) === entry) groups.delete(request.key);
        group.fail(error);
      },
    });
    const end = () => {
      deafen();
      ending.abort();
    };
    const entry: Entry = { group, feed, end, users: 0 };
    return entry;
  };
  return {
    hear: async ({ service, events }) => {
      if (!follower.isUp()) throw liveError('LIVE_UPDATES_UNAVAILABLE');
      return feeds.use(events.join(), (onEnd) =>
        openEventFeed({ follower, service, events, kept: limits.eventsKept, log, onEnd }),
      );
    },
    join: (request, heard) => {
      const found = groups.get(request.key);
      const entry = found?.feed === heard.feed ? found : create(request, heard.feed);
      groups.set(request.key, entry);
      entry.users += 1;
      let isUsed = true;
      return {
        ...{ group: entry.group, feed: entry.feed, field: request.field, follower },
        release: () => {
          if (!isUsed) return;
          isUsed = false;
          heard.release();
          entry.users -= 1;
          if (entry.users > 0) return;
          entry.end();
          if (groups.get(request.key) === entry) groups.delete(request.key);
        },
      };
    },
    close: () => {
      for (const { end } of groups.values()) end();
      groups.clear();
      feeds.close();
    },
  };
}
