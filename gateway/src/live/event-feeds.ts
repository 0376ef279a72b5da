import type { EventFeed } from './event-feed.ts';

/** The feeds of this process, each kept a while after its last user has gone: he may come back. */
export interface EventFeeds {
  /** The feed of a key, with the function that gives it back. */
  use(key: string, open: (onEnd: () => void) => Promise<EventFeed>): Promise<FeedUse>;
  close(): void;
}

export interface FeedUse {
  readonly feed: EventFeed;
  release(): void;
}

interface Entry {
  readonly opened: Promise<EventFeed>;
  users: number;
  idle: NodeJS.Timeout | undefined;
}

export function createEventFeeds(keptMs: number): EventFeeds {
  const entries = new Map<string, Entry>();
  const remove = (key: string, entry: Entry) => {
    clearTimeout(entry.idle);
    if (entries.get(key) === entry) entries.delete(key);
  };
  const release = (key: string, entry: Entry) => {
    entry.users -= 1;
    if (entry.users > 0 || entries.get(key) !== entry) return;
    entry.idle = setTimeout(() => {
      remove(key, entry);
      void entry.opened.then((feed) => {
        feed.close();
      });
    }, keptMs);
    entry.idle.unref();
  };
  const create = (key: string, open: (onEnd: () => void) => Promise<EventFeed>): Entry => {
    const opened = open(() => {
      remove(key, entry);
    });
    const entry: Entry = { opened, users: 0, idle: undefined };
    entries.set(key, entry);
    return entry;
  };
  return {
    use: async (key, open) => {
      const used = entries.get(key) ?? create(key, open);
      used.users += 1;
      clearTimeout(used.idle);
      try {
        const feed = await used.opened;
        let isUsed = true;
        return {
          feed,
          release: () => {
            if (isUsed) release(key, used);
            isUsed = false;
          },
        };
      } catch (error) {
        remove(key, used);
        throw error;
      }
    },
    close: () => {
      for (const [key, entry] of entries) {
        remove(key, entry);
        void entry.opened.then(
          (feed) => {
            feed.close();
          },
          () => undefined, // Who wanted it is told.
        );
      }
    },
  };
}
