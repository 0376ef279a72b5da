import { createToldEvents } from './told-events.ts';

it('takes an event once, and forgets the oldest of too many', () => {
  const told = createToldEvents(2);
  expect(['a', 'b', 'a', 'b'].map(told.add)).toEqual([true, true, false, false]);
  expect(told.add('c')).toBe(true);
  expect(['c', 'b'].map(told.add)).toEqual([false, false]);
  expect(told.add('a')).toBe(true);
});
