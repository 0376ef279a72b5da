import { createMetrics } from '@onewindow/runtime';
import { deadLettersOf } from '../src/collections.ts';
import { eventually } from '@onewindow/testing';
import { setStage } from './stage.ts';
import { thingChanged } from './things.ts';

const stage = setStage();

it('tells how far behind a durable is, and how many of its events nobody could handle', async () => {
  const publisher = await stage.publisher();
  const metrics = createMetrics('reader');
  const value = async (name: string) => {
    const { text } = await metrics.render();
    const line = new RegExp(`^${name}\\{durable="reader-things".*\\} (\\d+)$`, 'm').exec(text);
    return line ? Number(line[1]) : undefined;
  };
  await stage.ready(publisher);
  await publisher.publish([1, 2, 3].map((n) => thingChanged(stage.owner(), ['a', n])));
  await deadLettersOf(stage.db()).insertOne({
    ...{ _id: 'letter', durable: 'reader-things', eventId: 'event', attempts: 8, reason: 'bad' },
    ...{ event: thingChanged(stage.owner(), ['b', 1]).envelope, failedAt: '2026-03-02T01:00:00Z' },
  });

  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const reader = await stage.connect('reader', { registry: metrics.registry, concurrency: 1 });
  await reader.consume(stage.consumer({ handle: () => released }));
  await eventually('one in hand, two behind it', async () => {
    const unacknowledged = await value('onewindow_events_unacknowledged');
    return unacknowledged === 1 && (await value('onewindow_events_waiting')) === 2;
  });
  expect(await value('onewindow_dead_letters')).toBe(1);

  release();
  await eventually('all handled', async () => (await value('onewindow_events_waiting')) === 0);
});

it('tells nothing of a durable that is not made yet, rather than nought', async () => {
  const metrics = createMetrics('reader');
  const reader = await stage.connect('reader', { registry: metrics.registry });
  await reader.consume(stage.consumer({ handle: () => Promise.resolve() }));
  await eventually('measured', async () =>
    (await metrics.render()).text.includes('onewindow_dead_letters{'),
  );
  expect((await metrics.render()).text).not.toContain('onewindow_events_waiting{');
});
