import type { InTurn } from '@onewindow/runtime';
import { liveError } from './live-error.ts';
import type { EventFeed } from './event-feed.ts';
import type { EventGroup } from './event-group.ts';
import type { LiveField } from './live-fields.ts';
import type { FollowedEvent, StreamFollower } from '@onewindow/messaging';
import type { Subscriber } from './subscriber.ts';

export interface CatchUpOptions {
  readonly follower: StreamFollower;
  readonly field: LiveField;
  readonly feed: EventFeed;
  readonly group: EventGroup;
  readonly subscriber: Subscriber;
  /** How many events are gone through for one who comes back, whoever they are for. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Readers of the stream are not for free. */
  readonly inTurn: InTurn;
}

/**
 * Tells what came behind a cursor, in order, and attaches the subscriber to his group at the moment when nothing is
 * left: no event is left out, none told twice. Throws when that can't be.
 */
export async function catchUp(lastEventId: string, options: CatchUpOptions): Promise<void> {
  const { follower, feed, group, subscriber } = options;
  await demandPast(lastEventId, options);
  let cursor = lastEventId;
  const tell = async (event: FollowedEvent) => {
    cursor = event.cursor;
    if (!group.isWanted(event)) return;
    const message = await group.answer(event);
    if (message !== undefined) await subscriber.offer(message);
  };
  let gone = 0;
  const tellUntil = async (until: string) => {
    const { field, signal } = options;
    const { events } = field;
    for await (const event of follower.follow({ events, after: cursor, until, signal })) {
      gone += 1;
      if (gone > options.most) throw liveError('RESUME_IMPOSSIBLE');
      await tell(event);
      if (!subscriber.isOpen()) return;
    }
  };
  while (subscriber.isOpen()) {
    const begin = feed.begin();
    if (follower.isBefore(cursor, begin)) {
      // What this process has not heard itself, or has forgotten.
      await options.inTurn(() => tellUntil(begin));
      if (follower.isBefore(cursor, begin)) cursor = begin;
      continue;
    }
    const next = feed.firstAfter(cursor, (event) => group.isWanted(event));
    if (next === undefined) {
      // Another process may have told him more than this one has heard.
      const isAhead = follower.isBefore(feed.newest(), cursor);
      const isTold = (event: FollowedEvent) => !follower.isBefore(cursor, event.cursor);
      group.attach(subscriber, isAhead ? isTold : () => false);
      return;
    }
    await tell(next);
  }
}

/** A cursor that the stream has not reached can be no cursor of what was told. */
async function demandPast(
  cursor: string,
  { follower, feed, field }: CatchUpOptions,
): Promise<void> {
  if (!follower.isBefore(feed.newest(), cursor)) return;
  if (follower.isBefore(await follower.now(field.service), cursor))
    throw liveError('RESUME_IMPOSSIBLE');
}
