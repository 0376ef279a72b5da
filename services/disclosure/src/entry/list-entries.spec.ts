import { instant } from '@onewindow/kernel';
import { ofCases, ofItems, publicRequest, type PublicList } from './list-entries.ts';

/** What the journal is asked for. */
const requestOf = (change: Partial<PublicList>) =>
  publicRequest({ facets: {}, search: '', includeReplaced: false, order: 'newest', ...change });
const CURRENT = ['PUBLISHED_BEFORE', 'UPDATED_DURING', 'PUBLISHED_AFTER'];

describe('the public list', () => {
  it('asks for what holds now, and for history only where somebody wants it', () => {
    expect(requestOf({})).toMatchObject({
      ...{ query: 'newest', equality: { 'state.status': CURRENT } },
    });
    expect(requestOf({ includeReplaced: true, order: 'oldest' })).toMatchObject({
      ...{ query: 'oldest', equality: { 'state.status': [...CURRENT, 'REPLACED'] } },
    });
  });

  it('asks one query for words and facets together', () => {
    expect(requestOf({ facets: { item: 'i' }, search: '许可' })).toMatchObject({
      ...{ query: 'newest:found', every: ['item:i', '许可'] },
    });
  });

  it('asks for days from their beginning to their end', () => {
    const publishedFrom = instant('2026-09-17T16:00:00.000Z');
    const publishedBefore = instant('2026-09-18T16:00:00.000Z');
    expect(requestOf({ publishedFrom, publishedBefore }).range).toEqual({
      'state.publishedAt': { from: publishedFrom, before: publishedBefore },
    });
  });
});

it('items and cases are asked for together, by what the public reads', () => {
  expect(ofItems({ includeReplaced: true }, ['a', 'b'])).toEqual({
    ...{ query: 'ofItem', each: { field: 'state.content.item', values: ['a', 'b'] } },
    equality: { 'state.status': [...CURRENT, 'REPLACED'] },
  });
  expect(ofCases(['a']).equality).toEqual({ 'state.status': CURRENT });
});
