import type { IndexDeclaration, QueryShape } from '../query-shape.ts';
import { permitType } from '../../test/permit.ts';
import { uncoveredQueries, unmergedQueries } from './uncovered-queries.ts';

const isCovered = (query: QueryShape, ...indexes: IndexDeclaration[]) =>
  uncoveredQueries({ indexes, queries: { query } }).length === 0;

describe('the static check of queries against indexes', () => {
  const page: QueryShape = { equality: ['a', 'b'], sort: { at: -1, _id: -1 } };

  it('finds every query of the example covered', () => {
    expect(uncoveredQueries(permitType)).toEqual([]);
  });

  it('names the queries that no index serves', () => {
    const queries = { lost: { equality: ['x'], sort: {} } };
    expect(uncoveredQueries({ ...permitType, queries })).toEqual(['lost']);
  });

  it('takes equality fields in any order, then the sort', () => {
    expect(isCovered(page, { fields: { b: 1, a: 1, at: -1, _id: -1 } })).toBe(true);
  });

  it('takes an index that is read backwards', () => {
    expect(isCovered(page, { fields: { a: 1, b: 1, at: 1, _id: 1 } })).toBe(true);
  });

  it.each<[string, IndexDeclaration]>([
    ['lacks an equality field', { fields: { a: 1, at: -1, _id: -1 } }],
    ['sorts before an equality field', { fields: { a: 1, at: -1, b: 1, _id: -1 } }],
    ['sorts in mixed directions', { fields: { a: 1, b: 1, at: -1, _id: 1 } }],
    ['lacks the last sort key', { fields: { a: 1, b: 1, at: -1 } }],
    ['has another field between', { fields: { a: 1, b: 1, c: 1, at: -1, _id: -1 } }],
  ])('refuses an index that %s', (_what, index) => {
    expect(isCovered(page, index)).toBe(false);
  });

  it('wants the words of a search in the index, before the sort', () => {
    const search: QueryShape = { equality: ['a'], every: 'words', sort: { at: -1, _id: -1 } };
    expect(isCovered(search, { fields: { a: 1, words: 1, at: -1, _id: -1 } })).toBe(true);
    expect(isCovered(search, { fields: { a: 1, at: -1, _id: -1 } })).toBe(false);
  });

  it('wants a range in the index, behind the equality', () => {
    const ranged: QueryShape = { equality: ['a'], sort: { _id: 1 }, range: ['at'] };
    expect(isCovered(ranged, { fields: { a: 1, _id: 1 } })).toBe(false);
    expect(isCovered(ranged, { fields: { a: 1, _id: 1, at: 1 } })).toBe(true);
    expect(isCovered({ ...page, range: ['at'] }, { fields: { a: 1, b: 1, at: -1, _id: -1 } })).toBe(
      true,
    );
  });

  it('refuses a sort that does not end with _id', () => {
    const sloppy: QueryShape = { equality: [], sort: { at: 1 } };
    expect(isCovered(sloppy, { fields: { at: 1 } })).toBe(false);
  });

  it('takes a sparse index only for a value that must be there', () => {
    const sparse: IndexDeclaration = { fields: { at: 1, _id: 1 }, sparse: true };
    expect(isCovered({ equality: [], sort: { at: 1, _id: 1 } }, sparse)).toBe(false);
    expect(isCovered({ equality: ['at'], sort: { _id: 1 } }, sparse)).toBe(true);
  });
});

describe('the static check of how many ranges a list is made of', () => {
  const list = (values: Readonly<Record<string, number>>, sort = { at: -1, _id: -1 } as const) =>
    unmergedQueries({ queries: { list: { equality: Object.keys(values), anyOf: values, sort } } });

  it('takes as many as MongoDB merges, and not one more', () => {
    expect(list({ status: 20, overdue: 10 })).toEqual([]);
    expect(list({ status: 67, overdue: 3 })).toEqual(['list: 201 ranges']);
  });

  it('leaves lookups alone, which have no order', () => {
    const lookup: QueryShape = { equality: ['code'], anyOf: { code: 500 }, sort: {} };
    expect(unmergedQueries({ queries: { lookup } })).toEqual([]);
  });
});
