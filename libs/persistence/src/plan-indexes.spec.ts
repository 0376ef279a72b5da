import { stepsOf, tellIndexStep, type ExistingIndex } from './plan-indexes.ts';
import type { IndexDeclaration } from './query-shape.ts';

const collection = 'permits';
const plan = (indexes: readonly IndexDeclaration[], existing: readonly ExistingIndex[]) =>
  stepsOf({ collection, indexes }, [{ name: '_id_', key: { _id: 1 } }, ...existing]).map(
    tellIndexStep,
  );
const code: IndexDeclaration = { fields: { code: 1 }, unique: true };

describe('the steps to the declared indexes', () => {
  it('are none where all is there, under whatever name', () => {
    expect(plan([code], [{ name: 'code_1', key: { code: 1 }, unique: true }])).toEqual([]);
    expect(
      plan(
        [{ fields: { at: 1 }, expireAfterSeconds: 60 }],
        [{ name: 'at', key: { at: 1 }, expireAfterSeconds: 60 }],
      ),
    ).toEqual([]);
  });

  it('build what is not there: other fields, another order, another direction', () => {
    const wanted: IndexDeclaration = { fields: { a: 1, b: -1 } };
    const others = [
      { name: 'b_-1_a_1', key: { b: -1, a: 1 } },
      { name: 'a_1_b_1', key: { a: 1, b: 1 } },
    ];
    expect(plan([wanted], others)).toEqual([
      'permits: build a_1_b_-1',
      'permits: leave b_-1_a_1, which is not declared',
      'permits: leave a_1_b_1, which is not declared',
    ]);
  });

  it.each([
    ['unique', code, { unique: false }],
    ['sparse', { ...code, sparse: true }, { unique: true }],
    ['a lifetime', { fields: { code: 1 }, expireAfterSeconds: 60 }, { expireAfterSeconds: 30 }],
    ['a lifetime of nothing', { fields: { code: 1 }, expireAfterSeconds: 0 }, {}],
  ] as const)('replace one of other options: %s', (_, wanted, options) => {
    const [step, ...rest] = stepsOf({ collection, indexes: [wanted] }, [
      { name: 'code_1', key: { code: 1 }, ...options },
    ]);
    expect(rest).toEqual([]);
    expect(step).toMatchObject({ do: 'replace', index: wanted, old: [{ name: 'code_1' }] });
  });

  it('drop what only we can have named and nobody declares, and leave an operator his own', () => {
    const existing = [
      { name: 'gone_1~unique', key: { gone: 1 }, unique: true },
      { name: 'by hand', key: { region: 1, version: 1 } },
    ];
    expect(plan([], existing)).toEqual([
      'permits: drop gone_1~unique, which is not declared any more',
      'permits: leave by hand, which is not declared',
    ]);
  });
});
