import { isElsewhere } from './region-codes.ts';

describe('the code of a region', () => {
  it.each([
    ['511602', '511602000000'],
    ['511602001000', '511602'],
    ['511600', '511602000000'],
    ['510000000000', '511602'],
  ])('%s lies in %s or holds it', (one, other) => {
    expect(isElsewhere(one, other)).toBe(false);
    expect(isElsewhere(other, one)).toBe(false);
  });

  it.each([
    ['511602', '511603'],
    ['511602000000', '450721'],
    ['511602001000', '511602002000'],
  ])('%s is elsewhere than %s', (one, other) => {
    expect(isElsewhere(one, other)).toBe(true);
  });
});
