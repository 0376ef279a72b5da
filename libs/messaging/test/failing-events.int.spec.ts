import type { EventEnvelope } from '@onewindow/contracts';
import { createDeadLetters } from '../src/index.ts';
import { eventually } from '@onewindow/testing';
import { setStage } from './stage.ts';
import { thingReplica } from './thing-replica.ts';
import { thingChanged, thingContracts, thingId } from './things.ts';

const stage = setStage();

/** A handler that fails for one thing as long as it is broken, and is a replica for all others. */
function handlerThatFailsFor(name: string) {
  const replica = thingReplica(stage.db());
  const attempts: number[] = [];
  const state = { broken: true };
  const handle = async (event: EventEnvelope, { attempt }: { readonly attempt: number }) => {
    if (event.subject === thingId(name)) {
      attempts.push(attempt);
      if (state.broken) throw new Error('cannot be handled');
    }
    await replica.put(event);
  };
  return { replica, attempts, state, handle };
}

async function withOneDeadLetter() {
  const publisher = await stage.publisher();
  const reader = await stage.connect('reader');
  const failing = handlerThatFailsFor('poisoned');
  await reader.consume(stage.consumer({ handle: failing.handle }));
  await stage.ready(publisher, reader);
  const event = thingChanged(stage.owner(), ['poisoned', 1]);
  await publisher.publish([event, thingChanged(stage.owner(), ['sound', 1])]);
  const letters = createDeadLetters(stage.db(), reader);
  await eventually(
    'dead letter',
    async () => (await letters.list({ first: 1 })).letters.length > 0,
  );
  const [letter] = (await letters.list({ first: 10 })).letters;
  if (!letter) throw new Error('no dead letter');
  return { ...failing, event, letter, letters, publisher, reader };
}

it('keeps an event that failed 8 times as a dead letter with its reason', async () => {
  const { attempts, event, letter } = await withOneDeadLetter();
  expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(letter).toMatchObject({ durable: 'reader-things', attempts: 8 });
  expect(letter.event).toEqual(event.envelope);
  expect(letter.reason).toBe('Error: cannot be handled');
});

it('holds up nobody with a poisoned event, the next one of the same aggregate included', async () => {
  const publisher = await stage.publisher();
  const reader = await stage.connect('reader', { timings: { retryBase: 60_000, pull: 1_000 } });
  const replica = thingReplica(stage.db());
  const handle = (event: EventEnvelope) =>
    event.aggregateversion === 1 ? Promise.reject(new Error('poison')) : replica.put(event);
  await reader.consume(stage.consumer({ handle }));
  await stage.ready(publisher, reader);
  const poison = Array.from({ length: 40 }, (_, index) => `thing ${index}`);
  await publisher.publish(poison.map((name) => thingChanged(stage.owner(), [name, 1])));
  await publisher.publish([thingChanged(stage.owner(), ['thing 0', 2])]);
  // Sooner than the first one is tried again: else it was waited for.
  await eventually('the next one', async () => (await replica.all()).length === 1, 45_000);
});

it('handles a dead letter again when somebody asks, and forgets it then', async () => {
  const { letter, letters, replica, state } = await withOneDeadLetter();
  state.broken = false;
  expect(await letters.retry(letter.id)).toBe(true);
  expect(await letters.find(letter.id)).toBeNull();
  expect((await replica.all()).map(({ _id }) => _id)).toContain(thingId('poisoned'));
});

it('keeps a dead letter that fails again, with one attempt more', async () => {
  const { letter, letters } = await withOneDeadLetter();
  await letters.retry(letter.id);
  expect(await letters.find(letter.id)).toMatchObject({ attempts: 9, event: letter.event });
});

it('leaves the trying again to the process where the consumer runs', async () => {
  const { letter, letters, state } = await withOneDeadLetter();
  state.broken = false;
  await createDeadLetters(stage.db()).retry(letter.id);
  await eventually('picked up', async () => (await letters.find(letter.id)) === null);
});

it('drops a dead letter', async () => {
  const { letter, letters } = await withOneDeadLetter();
  expect(await letters.drop(letter.id)).toBe(true);
  expect(await letters.drop(letter.id)).toBe(false);
  expect(await letters.retry(letter.id)).toBe(false);
});

it('buries an event that breaks its contract at once, and pages through the dead letters', async () => {
  const publisher = await stage.publisher();
  let handled = 0;
  await publisher.consume(stage.consumer({ handle: () => Promise.resolve(void (handled += 1)) }));
  await stage.ready(publisher);
  const data = { happened: {}, snapshot: { value: 'none' } };
  const names = ['a', 'b', 'c'];
  await publisher.publish(names.map((name) => thingChanged(stage.owner(), [name, 1], { data })));
  const letters = createDeadLetters(stage.db(stage.owner()));
  await eventually('buried', async () => (await letters.list({ first: 9 })).letters.length === 3);

  const one = await letters.list({ first: 2 });
  const last = one.letters.at(-1);
  if (!last) throw new Error('an empty page');
  const two = await letters.list({ first: 2, after: last.id });
  expect([one.hasNextPage, two.hasNextPage]).toEqual([true, false]);
  expect([...one.letters, ...two.letters].map(({ event }) => event.subject).sort()).toEqual(
    names.map(thingId).sort(),
  );
  expect(last).toMatchObject({ attempts: 1 });
  expect(last.reason).toContain('snapshot.value');
  expect(handled).toBe(0);
});

it('acknowledges what is no event or of a type that it does not know', async () => {
  const publisher = await stage.publisher();
  const seen: string[] = [];
  await publisher.consume(
    stage.consumer({ handle: (event) => Promise.resolve(void seen.push(event.subject)) }),
  );
  await stage.ready(publisher);
  const foreign = { type: `${thingContracts(stage.owner()).changed.type.slice(0, -1)}2` };
  await publisher.publish([
    thingChanged(stage.owner(), ['newer', 1], foreign),
    thingChanged(stage.owner(), ['odd', 1], { time: 'yesterday' }),
    thingChanged(stage.owner(), ['known', 1]),
  ]);
  await eventually('known seen', () => seen.length > 0);
  expect(seen).toEqual([thingId('known')]);
  expect((await createDeadLetters(stage.db(stage.owner())).list({ first: 1 })).letters).toEqual([]);
});

it('waits while Mongo is away and counts nothing', async () => {
  const publisher = await stage.publisher();
  const reader = await stage.connect('reader');
  const replica = thingReplica(stage.db());
  const attempts: number[] = [];
  const handle = async (event: EventEnvelope, { attempt }: { readonly attempt: number }) => {
    attempts.push(attempt);
    await replica.put(event);
  };
  await reader.consume(stage.consumer({ handle }));
  await stage.ready(publisher, reader);
  await stage.mongo().kill();
  await publisher.publish(['a', 'b'].map((name) => thingChanged(stage.owner(), [name, 1])));
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await stage.mongo().restart();

  await eventually('handled', async () => (await replica.all()).length === 2);
  expect(Math.max(...attempts)).toBe(1);
  expect((await createDeadLetters(stage.db()).list({ first: 1 })).letters).toEqual([]);
});
