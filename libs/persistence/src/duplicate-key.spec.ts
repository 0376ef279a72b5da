import { brokenFact, isDuplicateKey, type RefusedWrite } from './duplicate-key.ts';
import type { IndexDeclaration } from './query-shape.ts';

const indexes: readonly IndexDeclaration[] = [
  { fields: { 'state.code': 1 }, unique: true, fact: 'code' },
  { fields: { 'state.seat': 1, 'state.day': -1 }, unique: true },
  { fields: { 'state.codes': 1 }, unique: true, sparse: true, fact: 'alias' },
  { fields: { region: 1 } },
];
const duplicate = (index: string) => ({
  code: 11000,
  message: `E11000 duplicate key error collection: db.permits index: ${index} dup key: { : 1 }`,
});

/** A write of this document where these others are. Only what a server's `findOne` is asked for here. */
function write(
  document: Record<string, unknown> = {},
  others: readonly Record<string, unknown>[] = [],
): RefusedWrite & { readonly asked: object[] } {
  const asked: object[] = [];
  const findOne = (filter: Record<string, unknown>) => {
    asked.push(filter);
    const matches = (other: Record<string, unknown>) =>
      Object.entries(filter).every(([field, wanted]) => {
        const { $ne, $in } = (wanted ?? {}) as { $ne?: unknown; $in?: unknown[] };
        if ($ne !== undefined) return other[field] !== $ne;
        return $in === undefined ? other[field] === wanted : $in.includes(other[field]);
      });
    return Promise.resolve(others.find(matches) ?? null);
  };
  const collection = { findOne } as unknown as RefusedWrite['collection'];
  return { indexes, collection, document: { _id: 'new', ...document }, asked };
}

describe('a duplicate key', () => {
  it('is known by its code', () => {
    expect(isDuplicateKey(duplicate('_id_'))).toBe(true);
    expect(isDuplicateKey(new Error('other'))).toBe(false);
    expect(isDuplicateKey(null)).toBe(false);
  });

  it.each([
    ['the pattern of its key', { code: 11000, message: 'no', keyPattern: { 'state.code': 1 } }],
    ['the index as MongoDB words it', duplicate('state.code_1~unique')],
    ['the index under its older name', duplicate('state.code_1')],
    ['a namespace before the name', duplicate('db.permits.$state.code_1~unique')],
    ['errmsg', { code: 11000, errmsg: duplicate('state.code_1~unique').message }],
    [
      'other words around the name',
      {
        code: 11000,
        message: "Duplicate key violation on the requested collection: Index 'state.code_1~unique'",
      },
    ],
  ])('tells its fact by %s', async (_, error) => {
    const refused = write();
    expect(await brokenFact(error, refused)).toBe('code');
    expect(refused.asked).toEqual([]);
  });

  it('tells its fact by a look-up where the server names nothing', async () => {
    const silent = { code: 11000, message: 'duplicate' };
    const state = { code: 'A', seat: 2, day: 3, codes: ['x', 'y'] };
    const holders = [
      [{ _id: 'other', 'state.code': 'A' }, 'code'],
      [{ _id: 'other', 'state.seat': 2, 'state.day': 3 }, 'state.seat_1_state.day_-1~unique'],
      [{ _id: 'other', 'state.codes': 'y' }, 'alias'],
    ] as const;
    for (const [holder, fact] of holders)
      expect(await brokenFact(silent, write({ state }, [holder]))).toBe(fact);
    expect(await brokenFact(silent, write({ state }, [{ _id: 'new' }]))).toBeUndefined();
  });

  it('is not taken for another by a value that stands in the message', async () => {
    const error = {
      code: 11000,
      message: 'E11000 index: state.seat_1_state.day_-1 dup key: { : "state.code_1" }',
    };
    expect(await brokenFact(error, write())).toBe('state.seat_1_state.day_-1~unique');
  });

  it('of the _id breaks no fact', async () => {
    expect(await brokenFact(duplicate('_id_'), write())).toBeUndefined();
    const pattern = { code: 11000, keyPattern: { _id: 1 } };
    expect(await brokenFact(pattern, write())).toBeUndefined();
  });

  it('of an index that nobody declared is a fault, as is any other error', async () => {
    await expect(brokenFact(duplicate('region_1'), write())).rejects.toMatchObject({ code: 11000 });
    await expect(brokenFact(new Error('away'), write())).rejects.toThrow('away');
  });
});
