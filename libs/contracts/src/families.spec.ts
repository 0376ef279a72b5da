import * as contracts from './index.ts';
import type { EventContract } from './define-event.ts';

/** Whatever is exported as `…Events`: a family that is new is held as well. */
const families = Object.entries<unknown>(contracts).filter(([name]) =>
  /[a-z]Events$/.test(name),
) as [string, Readonly<Record<string, EventContract>>][];

const isContract = (it: unknown): it is EventContract =>
  typeof it === 'object' && it !== null && 'happened' in it && 'aggregate' in it;
const all = Object.values<unknown>(contracts).filter(isContract);

it.each(families)('%s lacks nothing that is told of its aggregate', (_, family) => {
  const told = Object.values(family).map(({ type }) => type);
  const [first] = Object.values(family);
  const defined = all.filter(
    ({ service, aggregate }) => service === first?.service && aggregate === first.aggregate,
  );
  expect([...told].sort()).toEqual(defined.map(({ type }) => type).sort());
});

it('leave out no aggregate of windows: its events have many listeners', () => {
  const inFamilies = families.flatMap(([, family]) => Object.values(family));
  const ofWindows = all.filter(
    ({ service, aggregate }) =>
      service === 'windows' && !['journal-seal', 'written-text'].includes(aggregate),
  );
  expect(ofWindows.filter((one) => !inFamilies.includes(one)).map(({ type }) => type)).toEqual([]);
});
