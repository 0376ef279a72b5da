import { setTimeout as sleep } from 'node:timers/promises';
import { liveError } from './live-error.ts';
import { createSubscriber, type Message } from './subscriber.ts';

const message = (n: number): Message => ({ text: `${n}`, eventId: `e${n}` });

/** Whoever reads one message when he is told to. */
function reader() {
  const read: string[] = [];
  const open: (() => void)[] = [];
  return {
    read,
    deliver: ({ text }: Message) => {
      read.push(text);
      return new Promise<void>((resolve) => open.push(resolve));
    },
    next: async () => {
      open.shift()?.();
      await sleep(0);
    },
  };
}

it('delivers one after the other, in their order', async () => {
  const { read, deliver, next } = reader();
  const subscriber = createSubscriber(deliver, { waiting: 10, patience: 1_000 });
  for (const n of [1, 2, 3]) subscriber.push(message(n));
  expect(read).toEqual(['1']);
  await next();
  await next();
  expect(read).toEqual(['1', '2', '3']);
  await next();
  subscriber.push(message(4));
  expect(read.at(-1)).toBe('4');
});

it('ends who has too much waiting, and tells how far he was', async () => {
  const { read, deliver, next } = reader();
  const subscriber = createSubscriber(deliver, { waiting: 2, patience: 1_000 });
  for (const n of [1, 2]) subscriber.push(message(n));
  await next();
  for (const n of [3, 4]) subscriber.push(message(n));
  expect(subscriber.isOpen()).toBe(true);
  subscriber.push(message(5));
  expect((await subscriber.ended)?.extensions).toEqual({
    code: 'SUBSCRIBER_TOO_SLOW',
    lastEventId: 'e2',
  });
  await next();
  subscriber.push(message(6));
  expect(read).toEqual(['1', '2']);
});

it('tells where he began when nothing was told yet', async () => {
  const subscriber = createSubscriber(reader().deliver, { waiting: 1, patience: 1_000 });
  subscriber.begin('start');
  subscriber.begin('later');
  subscriber.end(liveError('FAULT'));
  subscriber.end(liveError('NOT_FOUND'));
  expect((await subscriber.ended)?.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    lastEventId: 'start',
  });
});

it('waits with what is told to one alone until he has read it', async () => {
  const { deliver, next } = reader();
  const subscriber = createSubscriber(deliver, { waiting: 1, patience: 1_000 });
  let isTaken = false;
  const offered = subscriber.offer(message(1)).then(() => (isTaken = true));
  await sleep(5);
  expect(isTaken).toBe(false);
  await next();
  await offered;
  expect(isTaken).toBe(true);
});

it('waits no longer than it has patience, and not at all for who has gone', async () => {
  const slow = createSubscriber(reader().deliver, { waiting: 1, patience: 10 });
  await slow.offer(message(1));
  expect((await slow.ended)?.extensions['code']).toBe('SUBSCRIBER_TOO_SLOW');
  const gone = createSubscriber(reader().deliver, { waiting: 1, patience: 10_000 });
  const offered = gone.offer(message(1));
  gone.end();
  await offered;
  await gone.offer(message(2));
  expect(await gone.ended).toBeUndefined();
});
