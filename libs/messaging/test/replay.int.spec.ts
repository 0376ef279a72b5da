import { createDeadLetters, type Messaging } from '../src/index.ts';
import { replaysOf } from '../src/collections.ts';
import { eventually } from '@onewindow/testing';
import { setStage } from './stage.ts';
import { thingReplica } from './thing-replica.ts';
import { thingChanged } from './things.ts';

const stage = setStage();

/** Things that changed so long ago that the stream has forgotten them. */
async function longAgo(count: number) {
  const names = Array.from({ length: count }, (_, index) => `thing ${index}`);
  const all = [1, 2].flatMap((n) => names.map((name) => thingChanged(stage.owner(), [name, n])));
  await stage.journal().add(all, new Date('2020-01-01T00:00:00Z'));
}

async function consumeThings(reader: Messaging) {
  const replica = thingReplica(stage.db());
  await reader.consume(stage.consumer({ handle: replica.put, replay: true }));
  return replica;
}

const filled = (replica: ReturnType<typeof thingReplica>, count: number) =>
  eventually('filled', async () => {
    const rows = await replica.all();
    return rows.length === count && rows.every(({ sourceVersion }) => sourceVersion === 2);
  });

it('fills a new replica with the newest event of every aggregate', async () => {
  await longAgo(30);
  const publisher = await stage.publisher();
  await stage.ready(publisher);
  const reader = await stage.connect('reader');
  const replica = await consumeThings(reader);
  await filled(replica, 30);
});

it('keeps the wish while the publisher is down, and asks again', async () => {
  await longAgo(3);
  const first = await stage.publisher();
  await stage.ready(first);
  await first.close();
  const reader = await stage.connect('reader');
  const replica = await consumeThings(reader);
  await stage.ready(reader);
  await reader.close();
  expect(await replica.all()).toEqual([]);

  const again = await stage.connect('reader');
  await consumeThings(again);
  await stage.publisher();
  await filled(replica, 3);
});

it('asks for a replica that was emptied, although its durable is there', async () => {
  await longAgo(3);
  await stage.publisher();
  const first = await stage.connect('reader');
  await filled(await consumeThings(first), 3);
  await first.close();
  await stage.db().dropDatabase();
  await filled(await consumeThings(await stage.connect('reader')), 3);
});

it('asks for nothing when the durable and the replica are as they were', async () => {
  await longAgo(3);
  await stage.publisher();
  const first = await stage.connect('reader');
  await filled(await consumeThings(first), 3);
  await first.close();
  const again = await stage.connect('reader');
  await consumeThings(again);
  await stage.ready(again);
  const rows = await replaysOf(stage.db(stage.owner())).find({ kind: 'newest' }).toArray();
  expect(rows).toHaveLength(1);
});

it('is taken up where it was left when the replica that sent it is gone', async () => {
  await longAgo(280);
  const asked: (string | null)[] = [];
  const { source } = stage.journal();
  let fails = true;
  const failing = {
    ...source,
    newest: async function* (after: string | null) {
      asked.push(after);
      let sent = 0;
      for await (const one of source.newest(after)) {
        if (fails && ++sent > 270) throw new Error('the source is gone');
        yield one;
      }
    },
  };
  const first = await stage.publisher({ source: failing });
  const reader = await stage.connect('reader');
  const replica = await consumeThings(reader);
  const rows = replaysOf(stage.db(stage.owner()));
  await eventually(
    'part of it sent',
    async () => ((await rows.findOne({ kind: 'newest' }))?.cursor ?? null) !== null,
  );
  await first.close();
  fails = false;
  await stage.publisher({ source: failing });
  await filled(replica, 280);
  expect(asked[0]).toBeNull();
  expect(asked.at(-1)).not.toBeNull();
  expect((await createDeadLetters(stage.db()).list({ first: 1 })).letters).toEqual([]);
});
