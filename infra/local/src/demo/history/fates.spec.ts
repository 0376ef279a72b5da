import { dealFates, type Card } from './fates.ts';

const dealt = (count: number): readonly Card[] => {
  const fates = dealFates();
  return Array.from({ length: count }, () => fates.next().value as Card);
};

it('every fate comes again within sixty cases, however rare it is', () => {
  const cards = dealt(400);
  for (const card of new Set(cards)) {
    const places = cards.flatMap((one, place) => (one === card ? [place] : []));
    const gaps = places.map((place, index) => place - (places[index - 1] ?? -1));
    expect(Math.max(...gaps, cards.length - (places.at(-1) ?? 0))).toBeLessThanOrEqual(60);
  }
});

it('most are granted, and few of those lie about', () => {
  const cards = dealt(400);
  const granted = cards.filter(({ fate }) => fate === 'GRANTED');
  expect(granted.length / cards.length).toBeGreaterThan(0.5);
  expect(granted.filter(({ endsWith }) => endsWith !== undefined).length).toBeLessThan(40);
});

it('only what is promised within days can be late or stand still', () => {
  for (const { fate, takesDays } of dealt(400)) {
    if (fate === 'LATE' || fate === 'SUSPENDED') expect(takesDays).toBe(true);
  }
});
