import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import { setStage } from './stage.ts';
import { thingChanged, thingId } from './things.ts';

const stage = setStage();
const AGAIN = 3_000;

/** A month of events that the broker has lost: they are published again as soon as somebody connects. */
async function aMonth() {
  const month = Array.from({ length: AGAIN }, (_, at) =>
    thingChanged(stage.owner(), [`thing ${at}`, 1]),
  );
  await stage.journal().add(month);
}

/** A consumer that writes down in which order it has handled things, each in some milliseconds. */
async function slowReader(service = 'reader') {
  const handled: string[] = [];
  const handle = async ({ subject }: EventEnvelope) => {
    await sleep(5);
    handled.push(subject);
  };
  const reader = await stage.connect(service);
  await reader.consume(stage.consumer({ durable: `${service}-things`, handle }));
  return { handled, reader };
}

it('handles a new event before a tenth of a month that is published again', async () => {
  await aMonth();
  const publisher = await stage.publisher();
  await stage.ready(publisher);
  const { handled, reader } = await slowReader();
  await stage.ready(reader);
  await eventually('the month has begun', () => handled.length > 0);

  for (const n of [1, 2, 3, 4, 5]) {
    const before = handled.length;
    const name = `new ${n}`;
    const report = await publisher.publish([thingChanged(stage.owner(), [name, 1])]);
    expect(report).toEqual({ failed: [] });
    await eventually(`${name} handled`, () => handled.includes(thingId(name)));
    expect(handled.indexOf(thingId(name)) - before).toBeLessThan(AGAIN / 10);
  }
  // Else they were not handled while the month went on.
  expect(handled.length).toBeLessThan(AGAIN);
  await eventually('the whole month', () => new Set(handled).size === AGAIN + 5);
});

it('handles what is published again although new events never stop', async () => {
  await stage.journal().add([thingChanged(stage.owner(), ['old', 1])]);
  const publisher = await stage.publisher();
  await stage.ready(publisher);
  const { handled, reader } = await slowReader();
  await stage.ready(reader);
  const over = new AbortController();
  const stream = async () => {
    for (let n = 1; !over.signal.aborted; n += 1) {
      await publisher.publish([thingChanged(stage.owner(), [`new ${n % 50}`, n])]);
    }
  };
  const streaming = Promise.all([stream(), stream()]);
  await eventually('the old one', () => handled.includes(thingId('old')));
  over.abort();
  await streaming;
});
