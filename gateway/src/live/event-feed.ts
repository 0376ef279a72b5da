import type { Log } from '@onewindow/runtime';
import type { FollowedEvent, StreamFollower } from '@onewindow/messaging';

/** Events of some types as they come, heard once for all subscribers of this process, with the latest of them. */
export interface EventFeed {
  /** All events behind this cursor are here. */
  readonly begin: () => string;
  readonly newest: () => string;
  /** The first event behind a cursor, of those that are here. */
  firstAfter(
    cursor: string,
    isWanted: (event: FollowedEvent) => boolean,
  ): FollowedEvent | undefined;
  /** From now on `listener` gets each event; until the returned function is called. */
  listen(listener: FeedListener): () => void;
  close(): void;
}

export interface FeedListener {
  take(event: FollowedEvent): void;
  /** The stream can't be followed any more: it was made anew, or it is our fault. */
  fail(error: unknown): void;
}

export interface FeedOptions {
  readonly follower: StreamFollower;
  readonly service: string;
  readonly events: readonly string[];
  /** How many of the latest events are kept. */
  readonly kept: number;
  readonly log: Log;
  /** Called once when nothing comes any more. */
  readonly onEnd: () => void;
}

/** Rejects when nobody can say where the stream is now. */
export async function openEventFeed(options: FeedOptions): Promise<EventFeed> {
  const { follower, service, events, kept, log } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let begin = await follower.now(service);
  const recent: FollowedEvent[] = [];
  const listeners = new Set<FeedListener>();

  const follow = async () => {
    for await (const event of follower.follow({ events, after: begin, signal })) {
      recent.push(event);
      if (recent.length > kept) begin = recent.shift()?.cursor ?? begin;
      for (const listener of listeners) listener.take(event);
    }
  };
  const end = (error: unknown) => {
    options.onEnd();
    if (signal.aborted) return;
    log.warn({ err: error, events }, 'live events end');
    for (const listener of [...listeners]) listener.fail(error);
  };
  follow().then(() => {
    end(new Error('The events have ended.'));
  }, end);

  return {
    begin: () => begin,
    newest: () => recent.at(-1)?.cursor ?? begin,
    firstAfter: (cursor, isWanted) => {
      // Who comes back has mostly missed little: from the end backwards.
      let at = recent.length;
      for (; at > 0; at -= 1) {
        const event = recent[at - 1];
        if (event === undefined || !follower.isBefore(cursor, event.cursor)) break;
      }
      return recent.slice(at).find(isWanted);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closing.abort();
    },
  };
}
