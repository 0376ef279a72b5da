import { brokenFact, isDuplicateKey } from './duplicate-key.ts';
import type { IndexDeclaration } from './query-shape.ts';

const indexes: readonly IndexDeclaration[] = [
  { fields: { 'state.code': 1 }, unique: true, fact: 'code' },
  { fields: { 'state.seat': 1, 'state.day': -1 }, unique: true },
  { fields: { region: 1 } },
];
const duplicate = (index: string) => ({
  code: 11000,
  message: `E11000 duplicate key error collection: db.permits index: ${index} dup key: { : 1 }`,
});

describe('a duplicate key', () => {
  it('is known by its code', () => {
    expect(isDuplicateKey(duplicate('_id_'))).toBe(true);
    expect(isDuplicateKey(new Error('other'))).toBe(false);
    expect(isDuplicateKey(null)).toBe(false);
  });

  it('tells the fact that its index keeps', () => {
    expect(brokenFact(duplicate('state.code_1'), indexes)).toBe('code');
    expect(brokenFact({ code: 11000, errmsg: duplicate('state.code_1').message }, indexes)).toBe(
      'code',
    );
  });

  it('tells the index when the fact has no name', () => {
    expect(brokenFact(duplicate('state.seat_1_state.day_-1'), indexes)).toBe(
      'state.seat_1_state.day_-1',
    );
  });

  it('of the _id breaks no fact', () => {
    expect(brokenFact(duplicate('_id_'), indexes)).toBeUndefined();
  });

  it('of an index that nobody declared is a fault, as is any other error', () => {
    expect(() => brokenFact(duplicate('region_1'), indexes)).toThrow();
    expect(() => brokenFact(new Error('away'), indexes)).toThrow('away');
  });
});
