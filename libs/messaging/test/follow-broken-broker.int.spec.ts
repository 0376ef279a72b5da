import { cpSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@onewindow/runtime/embedded';
import { connectStreamFollower, type Log, type StreamFollower } from '../src/index.ts';
import { SILENT } from '../src/log.ts';
import { startNats, type StartedNats } from '../src/testing/index.ts';
import { aStream, type AStream } from './a-stream.ts';
import { eventually } from '@onewindow/testing';
import { listen } from './listener.ts';
import { QUICK } from './quick.ts';

const events = ['onewindow.teller.thing.*.v1'];
const gone = { name: 'ResumeImpossible' };

let nats: StartedNats;
let follower: StreamFollower;
let stream: AStream;
const lines: string[] = [];
const log: Log = { ...SILENT, warn: (_about, message) => void lines.push(message) };

beforeEach(async () => {
  lines.splice(0);
  nats = await startNats();
  follower = await connectStreamFollower({ url: nats.url, name: 'test', log, timings: QUICK });
  stream = await aStream(nats.url, 'teller');
  await stream.make();
});
afterEach(async () => {
  await follower.close();
  await stream.close();
  await nats.stop();
});

/** The broker dies and comes back with what `meanwhile` has left of its store. */
async function restart(meanwhile: (store: string) => void = () => undefined) {
  const before = nats;
  const { port, storeDir } = before;
  await before.kill();
  await eventually('down', () => !follower.isUp());
  meanwhile(join(storeDir, 'jetstream'));
  const again = await startNats({ port, storeDir });
  nats = {
    ...again,
    stop: async () => {
      await again.stop();
      await before.stop();
    },
  };
  await eventually('up', () => follower.isUp());
}
/** A way to the broker that can be shut: who goes by it is cut off, and all others are not. */
async function startDoor(port: number) {
  const through = new Set<Socket>();
  let isOpen = true;
  const server = createServer((near) => {
    if (!isOpen) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      through.add(one);
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `nats://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`,
    shut: () => {
      isOpen = false;
      for (const socket of through) socket.destroy();
      through.clear();
    },
    open: () => {
      isOpen = true;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
const empty = (store: string) => {
  rmSync(store, { recursive: true });
};

/** Somebody who was told these. */
async function told(...values: readonly number[]) {
  const listener = listen(follower, { events, after: await follower.now('teller') });
  for (const n of values) await stream.tell('a', n);
  await listener.told(values.length);
  return listener;
}

it('goes on after a restart of the broker without a gap or a double', async () => {
  const listener = await told(1, 2);
  await restart();
  for (const n of [3, 4]) await stream.tell('a', n);
  await listener.told(4);
  await sleep(200);
  expect(listener.values()).toEqual([1, 2, 3, 4]);
  await listener.stop();
});

it('tells what was published while it could not hear', async () => {
  const door = await startDoor(nats.port);
  const slow = await connectStreamFollower({ url: door.url, name: 'slow', timings: QUICK });
  const listener = listen(slow, { events, after: await follower.now('teller') });
  await stream.tell('a', 1);
  await listener.told(1);
  door.shut();
  await eventually('down', () => !slow.isUp());
  for (const n of [2, 3]) await stream.tell('a', n);
  expect(listener.values()).toEqual([1]);
  door.open();
  await listener.told(3);
  expect(listener.values()).toEqual([1, 2, 3]);
  await slow.close();
  await door.stop();
});

it('tells all, each once and in order, while the broker dies again and again', async () => {
  const listener = listen(follower, { events, after: await follower.now('teller') });
  const enough = new AbortController();
  const telling = (async () => {
    let n = 0;
    for (; !enough.signal.aborted; n += 1) await stream.tell('a', n);
    return n;
  })();
  for (let round = 0; round < 5; round += 1) {
    await sleep(300);
    await restart();
  }
  enough.abort();
  const count = await telling;
  await listener.told(count);
  expect(listener.values()).toEqual(Array.from({ length: count }, (_, index) => index));
  await listener.stop();
});

it('ends when the broker comes back without its store and the stream is made anew', async () => {
  const listener = await told(1);
  await restart(empty);
  // As long as there is no stream it waits: nobody can know yet.
  await eventually('not heard', () => lines.includes('the stream is not heard'));
  await stream.make();
  await expect(listener.ended).rejects.toMatchObject(gone);
  const late = listen(follower, { events, after: listener.events[0]?.cursor ?? '' });
  await expect(late.ended).rejects.toMatchObject(gone);
});

it('ends when the stream is removed and made anew under a running broker', async () => {
  const listener = await told(1);
  await stream.remove();
  await stream.make();
  await stream.tell('a', 2);
  await expect(listener.ended).rejects.toMatchObject(gone);
  expect(listener.values()).toEqual([1]);
});

it('ends when the stream has gone back and its numbers were given to other events', async () => {
  const listener = await told(1);
  let saved = '';
  await restart((store) => {
    saved = `${store}-saved`;
    cpSync(store, saved, { recursive: true });
  });
  await stream.tell('a', 2);
  await listener.told(2);
  await listener.stop();
  const after = listener.events[1]?.cursor ?? '';
  await restart((store) => {
    empty(store);
    cpSync(saved, store, { recursive: true });
  });
  const shorter = listen(follower, { events, after });
  await expect(shorter.ended).rejects.toThrow('went back');
  for (const n of [8, 9]) await stream.tell('b', n);
  const other = listen(follower, { events, after });
  await expect(other.ended).rejects.toThrow('went back');
  const older = listen(follower, { events, after: listener.events[0]?.cursor ?? '' });
  await older.told(2);
  expect(older.values()).toEqual([8, 9]);
  await older.stop();
});

it('refuses a cursor behind which the stream has forgotten something', async () => {
  const listener = await told(1, 2, 3);
  await listener.stop();
  await stream.purge();
  const older = listen(follower, { events, after: listener.events[1]?.cursor ?? '' });
  await expect(older.ended).rejects.toMatchObject(gone);
  const newest = listen(follower, { events, after: listener.events[2]?.cursor ?? '' });
  await stream.tell('a', 4);
  await newest.told(1);
  expect(newest.values()).toEqual([4]);
  await newest.stop();
});

it('does not lose its place where others are told for longer than the stream remembers', async () => {
  await stream.remove();
  // Longer than a pull by more than a busy machine stands still.
  await stream.make(6_000);
  const listener = await told(1);
  const quiet = listen(follower, { events: ['onewindow.teller.quiet.*.v1'] });
  for (let n = 2; n <= 8; n += 1) {
    await stream.tell('a', n);
    await sleep(1_000);
  }
  // Two pulls, by which who hears nothing knows his place before the broker goes.
  await sleep(2_000);
  await restart();
  await stream.tell('a', 9);
  await listener.told(9);
  await sleep(7_000);
  expect(listener.values()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const ends = await Promise.race([quiet.ended.then(() => 'ended'), sleep(100, 'waiting')]);
  expect(ends).toBe('waiting');
  await Promise.all([listener.stop(), quiet.stop()]);
});

it.each(['', 'nonsense', Buffer.from('["teller"]').toString('base64url')])(
  'refuses %p, which is no cursor',
  async (after) => {
    await expect(listen(follower, { events, after }).ended).rejects.toMatchObject(gone);
  },
);

it('refuses the cursor of another service', async () => {
  const after = await follower.now('other');
  await expect(listen(follower, { events, after }).ended).rejects.toMatchObject(gone);
});

it('starts without a broker, waits for it, and says what now is only when it is there', async () => {
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  const early = await connectStreamFollower({ url, name: 'early', timings: QUICK });
  expect(early.isUp()).toBe(false);
  await expect(early.now('teller')).rejects.toMatchObject({ name: 'BrokerUnreachable' });
  const listener = listen(early, { events });
  const broker = await startNats({ port });
  const late = await aStream(url, 'teller');
  await late.make();
  await eventually('reading', async () => (await late.readers()) === 1);
  await late.tell('a', 1);
  await listener.told(1);
  expect(early.isUp()).toBe(true);
  // Closing ends who follows.
  await early.close();
  await listener.ended;
  await late.close();
  await broker.stop();
});
