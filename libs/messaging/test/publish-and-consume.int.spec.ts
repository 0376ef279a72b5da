import type { EventEnvelope } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import { setStage } from './stage.ts';
import { thingReplica } from './thing-replica.ts';
import { thingChanged, thingId } from './things.ts';

const stage = setStage();

it('brings what is published to the replicas of others', async () => {
  const publisher = await stage.publisher();
  const reader = await stage.connect('reader');
  const replica = thingReplica(stage.db());
  await reader.consume(stage.consumer({ handle: replica.put }));
  await stage.ready(publisher, reader);

  const events = [1, 2, 3].flatMap((n) =>
    ['a', 'b', 'c'].map((name) => thingChanged(stage.owner(), [name, n])),
  );
  expect(await publisher.publish(events)).toEqual({ failed: [] });

  await eventually('all at 3', async () => {
    const rows = await replica.all();
    return rows.length === 3 && rows.every(({ sourceVersion }) => sourceVersion === 3);
  });
  expect((await replica.all()).map(({ _id }) => _id)).toEqual(['a', 'b', 'c'].map(thingId).sort());
});

it('hands the envelope to the handler as it was given, traceparent included', async () => {
  const publisher = await stage.publisher();
  const seen: EventEnvelope[] = [];
  await publisher.consume(
    stage.consumer({ handle: (event) => Promise.resolve(void seen.push(event)) }),
  );
  await stage.ready(publisher);
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const event = thingChanged(stage.owner(), ['a', 1], { traceparent, centre: thingId('centre') });
  await publisher.publish([event]);

  await eventually('seen', () => seen.length === 1);
  expect(seen).toEqual([event.envelope]);
});

it('keeps the order of each aggregate in the stream, many at once', async () => {
  const publisher = await stage.publisher();
  const seen = new Map<string, number[]>();
  await stage.ready(publisher);
  const names = Array.from({ length: 40 }, (_, index) => `thing ${index}`);
  const events = Array.from({ length: 5 }, (_, n) =>
    names.map((name) => thingChanged(stage.owner(), [name, n])),
  ).flat();
  expect(await publisher.publish(events)).toEqual({ failed: [] });

  const reader = await stage.connect('reader', { concurrency: 1 });
  const handle = ({ subject, aggregateversion }: EventEnvelope) =>
    Promise.resolve(void seen.set(subject, [...(seen.get(subject) ?? []), aggregateversion]));
  await reader.consume(stage.consumer({ handle }));
  await eventually('all seen', () => [...seen.values()].flat().length === 200);
  for (const versions of seen.values()) expect(versions).toEqual([0, 1, 2, 3, 4]);
});

it('drops a copy with the same message id', async () => {
  const publisher = await stage.publisher();
  let handled = 0;
  await publisher.consume(stage.consumer({ handle: () => Promise.resolve(void (handled += 1)) }));
  await stage.ready(publisher);
  const event = thingChanged(stage.owner(), ['a', 1]);
  await publisher.publish([event]);
  expect(await publisher.publish([event])).toEqual({ failed: [] });
  await publisher.publish([thingChanged(stage.owner(), ['b', 1])]);

  await eventually('b handled', () => handled >= 2);
  expect(handled).toBe(2);
});

it('waits with its readiness until the other service has made its stream, and binds then', async () => {
  const reader = await stage.connect('reader');
  const replica = thingReplica(stage.db());
  await reader.consume(stage.consumer({ handle: replica.put }));
  expect(reader.isReady()).toBe(false);

  const publisher = await stage.publisher();
  await stage.ready(publisher, reader);
  await publisher.publish([thingChanged(stage.owner(), ['a', 1])]);
  await eventually('arrived', async () => (await replica.all()).length === 1);
});

it('ignores as a reaction what took effect before it came to be', async () => {
  const publisher = await stage.publisher();
  const seen: string[] = [];
  await stage.ready(publisher);
  const at = (time: string, name: string) => thingChanged(stage.owner(), [name, 1], { time });
  await publisher.publish([
    at('2026-02-28T23:59:59.999Z', 'early'),
    at('2026-03-01T00:00:00.000Z', 'late'),
  ]);
  await publisher.consume(
    stage.consumer({
      since: '2026-03-01T08:00:00+08:00',
      handle: (event) => Promise.resolve(void seen.push(event.subject)),
    }),
  );
  await eventually('seen', () => seen.length > 0);
  expect(seen).toEqual([thingId('late')]);
});

it('lets running handlers end before it closes, and leaves the rest to the next process', async () => {
  const publisher = await stage.publisher();
  const first = await stage.connect('reader', { concurrency: 1 });
  const ended: string[] = [];
  let begun = 0;
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const handle = async ({ subject }: EventEnvelope) => {
    begun += 1;
    await released;
    ended.push(subject);
  };
  await first.consume(stage.consumer({ handle }));
  await stage.ready(publisher, first);
  await publisher.publish(['a', 'b', 'c'].map((name) => thingChanged(stage.owner(), [name, 1])));
  await eventually('begun', () => begun === 1);
  const closed = first.close();
  release();
  await closed;
  expect(ended).toHaveLength(1);

  const second = await stage.connect('reader');
  await second.consume(stage.consumer({ handle }));
  await eventually('all ended', () => new Set(ended).size === 3);
});
