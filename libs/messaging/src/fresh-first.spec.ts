import { createFreshFirst } from './fresh-first.ts';

const never = new AbortController().signal;
const LONG = 60_000;

it('gives a turn at once while nothing new is in hand', async () => {
  await createFreshFirst().turn(LONG, never);
});

it('gives a turn when the last new event is done, and not before', async () => {
  const { fresh, turn } = createFreshFirst();
  const ends: (() => void)[] = [];
  const order: string[] = [];
  const held = ['one', 'two'].map((name) =>
    fresh(() => new Promise<void>((resolve) => ends.push(resolve))).then(() => order.push(name)),
  );
  const turned = turn(LONG, never).then(() => order.push('again'));
  ends[0]?.();
  await held[0];
  expect(order).toEqual(['one']);
  ends[1]?.();
  await Promise.all([...held, turned]);
  expect(order.sort()).toEqual(['again', 'one', 'two']);
});

it('gives a turn in the end although new events never stop', async () => {
  const { fresh, turn } = createFreshFirst();
  let end: () => void = () => undefined;
  const held = fresh(() => new Promise<void>((resolve) => (end = resolve)));
  await turn(1, never);
  end();
  await held;
});

it('counts a new event that failed as done', async () => {
  const { fresh, turn } = createFreshFirst();
  await expect(fresh(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await turn(LONG, never);
});
