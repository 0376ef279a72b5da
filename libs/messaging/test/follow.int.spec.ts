import { setTimeout as sleep } from 'node:timers/promises';
import { connectStreamFollower, type StreamFollower } from '../src/index.ts';
import { startNats, type StartedNats } from '../src/testing/index.ts';
import { aStream, type AStream } from './a-stream.ts';
import { eventually } from '@onewindow/testing';
import { listen } from './listener.ts';
import { QUICK } from './quick.ts';
import { thingId } from './things.ts';

let nats: StartedNats;
let follower: StreamFollower;
let stream: AStream;
let round = 0;
const events = () => [`onewindow.${stream.service}.thing.*.v1`];
const from = (after?: string) =>
  listen(follower, { events: events(), ...(after !== undefined && { after }) });
const now = () => follower.now(stream.service);

beforeAll(async () => {
  nats = await startNats();
  follower = await connectStreamFollower({ url: nats.url, name: 'test', timings: QUICK });
});
beforeEach(async () => {
  stream = await aStream(nats.url, `teller${(round += 1)}`);
});
afterEach(async () => {
  await stream.close();
});
afterAll(async () => {
  await follower.close();
  await nats.stop();
});

it('tells what happens after now, in its order, with the whole envelope', async () => {
  await stream.make();
  await stream.tell('a', 0);
  const listener = from(await now());
  for (let n = 1; n <= 300; n += 1) await stream.tell(n % 2 === 0 ? 'a' : 'b', n);
  await listener.told(300);
  expect(listener.values()).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  expect(listener.events[0]?.envelope).toMatchObject({
    specversion: '1.0',
    subject: thingId('b'),
    aggregateversion: 1,
  });
  await listener.stop();
});

it('tells without a cursor from when it has begun', async () => {
  await stream.make();
  await stream.tell('a', 1);
  const listener = from();
  await eventually('reading', async () => (await stream.readers()) === 1);
  await stream.tell('a', 2);
  await listener.told(1);
  expect(listener.values()).toEqual([2]);
  await listener.stop();
});

it('goes on behind a cursor without a gap or a double, also in another process', async () => {
  await stream.make();
  const first = from(await now());
  for (const n of [1, 2, 3]) await stream.tell('a', n);
  await first.told(3);
  await first.stop();
  for (const n of [4, 5]) await stream.tell('a', n);
  const other = await connectStreamFollower({ url: nats.url, name: 'other', timings: QUICK });
  for (const [index, expected] of [
    [0, [2, 3, 4, 5, 6]],
    [2, [4, 5, 6]],
  ] as const) {
    const second = listen(other, { events: events(), after: first.events[index]?.cursor ?? '' });
    await second.told(expected.length - 1);
    await stream.tell('a', 6);
    await second.told(expected.length);
    expect(second.values()).toEqual(expected);
    await second.stop();
  }
  await other.close();
});

it('tells only the types that were asked for, with stars and without', async () => {
  await stream.make();
  const { service } = stream;
  const after = await now();
  const other = listen(follower, { events: [`onewindow.${service}.other.*.v1`], after });
  const exact = listen(follower, { events: [`onewindow.${service}.thing.changed.v1`], after });
  await stream.tell('a', 1);
  await exact.told(1);
  expect(other.values()).toEqual([]);
  await Promise.all([other.stop(), exact.stop()]);
});

it('refuses to follow the events of two services at once', () => {
  const two = ['onewindow.cases.case.*.v1', 'onewindow.items.item.*.v1'];
  expect(() => follower.follow({ events: two, signal: new AbortController().signal })).toThrow(
    'of one service',
  );
});

it('leaves out what is sent again, and tells a copy of an event once', async () => {
  await stream.make();
  await stream.tell('a', 1);
  const listener = from(await now());
  await stream.tellAgain('a', 1);
  await stream.tell('a', 2);
  await stream.tellAgain('a', 2);
  await stream.tellCopy('a', 2);
  await stream.tell('a', 3);
  await listener.told(2);
  expect(listener.values()).toEqual([2, 3]);
  // Who comes back behind the event is not told its copy either.
  const behind = from(listener.events[0]?.cursor);
  await behind.told(1);
  expect(behind.values()).toEqual([3]);
  await Promise.all([listener.stop(), behind.stop()]);
});

it('passes over a message that is no event', async () => {
  await stream.make();
  const listener = from(await now());
  await stream.send(`onewindow.${stream.service}.thing.changed.v1._`, 'no JSON');
  await stream.send(`onewindow.${stream.service}.thing.changed.v1._`, '{"id":"1"}');
  await stream.tell('a', 1);
  await listener.told(1);
  expect(listener.values()).toEqual([1]);
  await listener.stop();
});

it('waits for a stream that is not there yet, and tells it from its beginning', async () => {
  const before = await now();
  const listeners = [from(before), from()];
  await sleep(200);
  await stream.make();
  await stream.tell('a', 1);
  await Promise.all(listeners.map((listener) => listener.told(1)));
  expect(listeners.map((listener) => listener.values())).toEqual([[1], [1]]);
  await Promise.all(listeners.map((listener) => listener.stop()));
});

it('ends when aborted, also in the middle of a wait, and is told nothing more', async () => {
  await stream.make();
  const stopping = new AbortController();
  // A wait that is longer than this test may take: it would be waited out, were it not aborted.
  const patient = await connectStreamFollower({
    ...{ url: nats.url, name: 'patient', timings: { ...QUICK, pull: 600_000 } },
  });
  const heard = patient.follow({ events: events(), after: await now(), signal: stopping.signal });
  const iterator = heard[Symbol.asyncIterator]();
  const first = iterator.next();
  await eventually('reading', async () => (await stream.readers()) === 1);
  stopping.abort();
  expect(await first).toEqual({ done: true, value: undefined });
  await stream.tell('a', 1);
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
  await patient.close();
});

it('tells who takes his time everything, asking for no more than he takes', async () => {
  await stream.make();
  const stopping = new AbortController();
  const heard = follower.follow({ events: events(), after: await now(), signal: stopping.signal });
  for (let n = 1; n <= 400; n += 1) await stream.tell('a', n);
  let count = 0;
  for await (const { envelope } of heard) {
    count += 1;
    expect(envelope.aggregateversion).toBe(count);
    // Longer than a pull lasts, and than its heartbeats.
    if (count === 1) await sleep(2_500);
    if (count === 400) stopping.abort();
  }
  expect(count).toBe(400);
});

it('leaves no reader behind for long', async () => {
  await stream.make();
  const short = await connectStreamFollower({
    ...{ url: nats.url, name: 'short', timings: { ...QUICK, ackWait: 100 } },
  });
  const listener = listen(short, { events: events() });
  await eventually('reading', async () => (await stream.readers()) === 1);
  await listener.stop();
  await eventually('gone', async () => (await stream.readers()) === 0);
  await short.close();
});

it('ends where it is told to, also when nothing that is heard lies there', async () => {
  await stream.make();
  const first = await now();
  for (let n = 1; n <= 200; n += 1) await stream.tell('a', n);
  await stream.send(`onewindow.${stream.service}.other.changed.v1._`, 'not for us');
  const until = await now();
  const signal = AbortSignal.timeout(100_000);
  const told: unknown[] = [];
  for await (const event of follower.follow({ events: events(), after: first, until, signal })) {
    told.push(event);
  }
  expect(told).toHaveLength(200);
  for await (const event of follower.follow({ events: events(), after: until, until, signal })) {
    throw new Error(`told ${event.cursor}`);
  }
  expect(signal.aborted).toBe(false);
});

it('knows which of two cursors comes first, and when they are not of one stream', async () => {
  await stream.make();
  const first = await now();
  await stream.tell('a', 1);
  const second = await now();
  expect(follower.isBefore(first, second)).toBe(true);
  expect(follower.isBefore(second, first)).toBe(false);
  expect(follower.isBefore(second, second)).toBe(false);
  const other = await follower.now('another');
  for (const cursor of [other, 'nonsense', '']) {
    expect(() => follower.isBefore(cursor, first)).toThrow('cursor');
  }
  await stream.remove();
  await stream.make();
  const anew = await now();
  expect(() => follower.isBefore(first, anew)).toThrow('made anew');
});
