import type { EventFeed } from './event-feed.ts';
import { createEventFeeds } from './event-feeds.ts';

const KEPT_MS = 40;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
/** Time goes on, and whatever follows from it happens. */
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** Feeds that note whether they are open. */
function opener() {
  const opened: { isOpen: boolean; readonly end: () => void }[] = [];
  const open = (end: () => void) => {
    const state = { isOpen: true, end };
    opened.push(state);
    const close = () => {
      state.isOpen = false;
    };
    return Promise.resolve({ close } as unknown as EventFeed);
  };
  return { opened, open };
}

it('opens one feed for all who hear the same', async () => {
  const feeds = createEventFeeds(KEPT_MS);
  const { opened, open } = opener();
  const [one, two] = await Promise.all([feeds.use('a', open), feeds.use('a', open)]);
  const other = await feeds.use('b', open);
  expect(one.feed).toBe(two.feed);
  expect(other.feed).not.toBe(one.feed);
  expect(opened).toHaveLength(2);
});

it('keeps a feed a while after its last user, for who comes back', async () => {
  const feeds = createEventFeeds(KEPT_MS);
  const { opened, open } = opener();
  const [one, two] = [await feeds.use('a', open), await feeds.use('a', open)];
  one.release();
  one.release();
  await pass(2 * KEPT_MS);
  expect(opened[0]?.isOpen).toBe(true);
  two.release();
  const again = await feeds.use('a', open);
  await pass(2 * KEPT_MS);
  expect([opened.length, opened[0]?.isOpen]).toEqual([1, true]);
  again.release();
  await pass(2 * KEPT_MS);
  expect(opened[0]?.isOpen).toBe(false);
  await feeds.use('a', open);
  expect(opened).toHaveLength(2);
});

it('opens another after one that has ended, or could not be opened', async () => {
  const feeds = createEventFeeds(KEPT_MS);
  const { opened, open } = opener();
  await feeds.use('a', open);
  opened[0]?.end();
  await feeds.use('a', open);
  expect(opened).toHaveLength(2);
  const failing = () => Promise.reject(new Error('away'));
  await expect(feeds.use('b', failing)).rejects.toThrow('away');
  await feeds.use('b', open);
  expect(opened).toHaveLength(3);
});

it('closes all at the end', async () => {
  const feeds = createEventFeeds(KEPT_MS);
  const { opened, open } = opener();
  await Promise.all(['a', 'b'].map((key) => feeds.use(key, open)));
  feeds.close();
  await pass(0);
  expect(opened.map(({ isOpen }) => isOpen)).toEqual([false, false]);
});
