import { setTimeout as sleep } from 'node:timers/promises';
import type { FollowedEvent } from '@onewindow/messaging';
import { eventually } from '@onewindow/testing';
import { liveError } from './live-error.ts';
import { createEventGroup } from './event-group.ts';
import { createSubscriber, type Message } from './subscriber.ts';

const event = (n: number): FollowedEvent => ({
  envelope: { subject: `${n}` } as FollowedEvent['envelope'],
  cursor: `c${n}`,
});
const message = ({ cursor }: FollowedEvent): Message => ({ text: cursor, eventId: cursor });
const nobodyKnows = () => false;

function reader() {
  const read: string[] = [];
  const subscriber = createSubscriber(
    ({ text }) => {
      read.push(text);
      return Promise.resolve();
    },
    { waiting: 100, patience: 1_000 },
  );
  return { read, subscriber };
}
/** A group in which the answer of an event takes as long as the test says. */
function group(answer: (of: FollowedEvent) => Promise<Message | undefined>) {
  const asked: string[] = [];
  const made = createEventGroup({
    isWanted: ({ envelope }) => envelope.subject !== '0',
    answer: (of) => {
      asked.push(of.cursor);
      return answer(of);
    },
  });
  return { ...made, asked };
}
const settled = () => sleep(30);

it('tells in the order of the events, whatever order they are answered in', async () => {
  const { take, attach, asked } = group(async (of) => {
    await sleep(10 - Number(of.envelope.subject));
    return message(of);
  });
  const { read, subscriber } = reader();
  attach(subscriber, nobodyKnows);
  for (const n of [1, 0, 2, 3, 4, 5, 6]) take(event(n));
  await eventually('all read', () => read.length === 6);
  expect(read).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  expect(asked).toEqual(read);
});

it('asks once for all members, and not at all for none', async () => {
  const { take, attach, asked, answer } = group((of) => Promise.resolve(message(of)));
  take(event(1));
  expect(asked).toEqual([]);
  const readers = [reader(), reader(), reader()];
  for (const { subscriber } of readers) attach(subscriber, nobodyKnows);
  take(event(2));
  const alone = answer(event(2));
  await eventually('all read', () => readers.every(({ read }) => read.length > 0));
  expect(readers.map(({ read }) => read)).toEqual([['c2'], ['c2'], ['c2']]);
  expect((await alone)?.text).toBe('c2');
  expect(asked).toEqual(['c2']);
  await answer(event(2));
  expect(asked).toEqual(['c2', 'c2']);
});

it('tells who comes later, and who knows it already, nothing of an event', async () => {
  const { take, attach } = group(async (of) => {
    await sleep(5);
    return message(of);
  });
  const [first, knowing, later] = [reader(), reader(), reader()];
  attach(first.subscriber, nobodyKnows);
  attach(knowing.subscriber, ({ cursor }) => cursor === 'c1');
  take(event(1));
  attach(later.subscriber, nobodyKnows);
  take(event(2));
  // The last event comes last for each.
  await eventually('all read', () =>
    [first, knowing, later].every(({ read }) => read.includes('c2')),
  );
  expect([first.read, knowing.read, later.read]).toEqual([['c1', 'c2'], ['c2'], ['c2']]);
});

it('tells nothing where there is nothing to tell', async () => {
  const { take, attach } = group(() => Promise.resolve(undefined));
  const { read, subscriber } = reader();
  attach(subscriber, nobodyKnows);
  take(event(1));
  await settled();
  expect(read).toEqual([]);
  expect(subscriber.isOpen()).toBe(true);
});

it('ends those who would have been told of an event that nobody can answer, before the next', async () => {
  const { take, attach } = group((of) =>
    of.cursor === 'c2' ? Promise.reject(liveError('FAULT')) : Promise.resolve(message(of)),
  );
  const [first, later] = [reader(), reader()];
  attach(first.subscriber, nobodyKnows);
  take(event(1));
  take(event(2));
  attach(later.subscriber, nobodyKnows);
  take(event(3));
  await eventually('the later one read', () => later.read.length > 0);
  expect(first.read).toEqual(['c1']);
  expect((await first.subscriber.ended)?.extensions).toEqual({
    ...{ code: 'INTERNAL_SERVER_ERROR', lastEventId: 'c1' },
  });
  expect(later.read).toEqual(['c3']);
});

it('ends all when more waits than it bears, and bears the next', async () => {
  const { take, attach } = group(() => new Promise(() => undefined));
  const { subscriber } = reader();
  attach(subscriber, nobodyKnows);
  for (let n = 1; n <= 1_001; n += 1) take(event(n));
  expect((await subscriber.ended)?.extensions['code']).toBe('SUBSCRIBER_TOO_SLOW');
});

it.each([
  ['ResumeImpossible', 'RESUME_IMPOSSIBLE'],
  ['BrokerUnreachable', 'LIVE_UPDATES_UNAVAILABLE'],
  ['TypeError', 'INTERNAL_SERVER_ERROR'],
])('ends all after a %s with %s, and whoever comes after', async (name, code) => {
  const { attach, fail } = group((of) => Promise.resolve(message(of)));
  const [before, after] = [reader(), reader()];
  attach(before.subscriber, nobodyKnows);
  fail(Object.assign(new Error('what nobody is to read'), { name }));
  attach(after.subscriber, nobodyKnows);
  for (const { subscriber } of [before, after]) {
    const ended = await subscriber.ended;
    expect(ended?.extensions['code']).toBe(code);
    expect(ended?.message).not.toContain('nobody is to read');
  }
});
