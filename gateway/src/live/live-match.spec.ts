import type { EventEnvelope } from '@onewindow/contracts';
import fc from 'fast-check';
import { createMatcher } from './live-match.ts';

const matches = [
  { given: ['filter', 'levels'], held: ['data', 'snapshot', 'level'] },
  { given: ['department'], held: ['department'] },
];
const event = (level: unknown, department?: unknown) =>
  ({ data: { happened: {}, snapshot: { level } }, department }) as unknown as EventEnvelope;
const level = fc.constantFrom('RED', 'YELLOW', 'GREEN');

it('lets through exactly the events that hold one of what is given', () => {
  const given = fc.record({
    levels: fc.option(fc.array(level, { maxLength: 2 }), { nil: null }),
    department: fc.option(level, { nil: undefined }),
  });
  fc.assert(
    fc.property(given, level, level, ({ levels, department }, held, of) => {
      const isWanted = createMatcher(matches, { filter: { levels }, department });
      const expected =
        (levels === null || levels.includes(held)) &&
        (department === undefined || department === of);
      expect(isWanted(event(held, of))).toBe(expected);
    }),
  );
});

it('asks for nothing where nothing is given', () => {
  for (const given of [{}, { filter: null }, { filter: {} }, { filter: { levels: null } }]) {
    expect(createMatcher(matches, given)(event('RED'))).toBe(true);
  }
});

it('takes an id for the same as a number and as text, and nothing else', () => {
  const isWanted = (wanted: unknown, held: unknown) =>
    createMatcher(matches, { filter: { levels: [wanted] } })(event(held));
  expect(isWanted('7', 7)).toBe(true);
  expect(isWanted(7, '7')).toBe(true);
  expect(isWanted(true, true)).toBe(true);
  expect(isWanted('7', 70)).toBe(false);
  expect(isWanted('7', undefined)).toBe(false);
  expect(isWanted('null', null)).toBe(true);
});

it.each([
  ['__proto__', 'polluted'],
  ['constructor', 'name'],
  ['data', 'toString'],
])('reads nothing that an event does not hold itself: %s.%s', (...held) => {
  const isWanted = createMatcher([{ given: ['it'], held }], { it: ['Object', 'polluted'] });
  expect(isWanted(event('RED'))).toBe(false);
});

it('lets nothing through that is not of the form that was expected', () => {
  const isWanted = createMatcher(matches, { filter: { levels: ['RED'] } });
  for (const data of [null, undefined, 'text', [], [{ snapshot: { level: 'RED' } }]]) {
    expect(isWanted({ data } as unknown as EventEnvelope)).toBe(false);
  }
});
