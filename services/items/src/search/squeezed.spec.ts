import { squeezed } from './squeezed.ts';

it('a code has no hyphens, blanks or capitals', () => {
  expect(squeezed('511A01-51 1602')).toBe('511a01511602');
});
