import { instant } from '@onewindow/kernel';
import type { EntryJournal } from '../persistence/entry-type.ts';
import { countEntries, deskRequest, ofCases, ofItems, type PublicList } from './list-entries.ts';

type Counted = Parameters<EntryJournal['count']>[0];

/** What the journal is asked for. */
async function requestOf(change: Partial<PublicList>): Promise<Counted> {
  let asked: Counted | undefined;
  const journal = {
    count: (request: Counted) => {
      asked = request;
      return Promise.resolve(0);
    },
  } as unknown as EntryJournal;
  const everything = { facets: {}, search: '', includeReplaced: false, order: 'newest' } as const;
  await countEntries(journal, { ...everything, ...change });
  if (!asked) throw new Error('nothing was asked');
  return asked;
}
const CURRENT = ['PUBLISHED_BEFORE', 'UPDATED_DURING', 'PUBLISHED_AFTER'];

describe('the public list', () => {
  it('asks for what holds now, and for history only where somebody wants it', async () => {
    expect(await requestOf({})).toMatchObject({
      ...{ query: 'newest', equality: { 'state.status': CURRENT } },
    });
    expect(await requestOf({ includeReplaced: true, order: 'oldest' })).toMatchObject({
      ...{ query: 'oldest', equality: { 'state.status': [...CURRENT, 'REPLACED'] } },
    });
  });

  it('asks one query for words and facets together', async () => {
    expect(await requestOf({ facets: { item: 'i' }, search: '许可' })).toMatchObject({
      ...{ query: 'newest:found', every: ['item:i', '许可'] },
    });
  });

  it('asks for days from their beginning to their end', async () => {
    const publishedFrom = instant('2026-09-17T16:00:00.000Z');
    const publishedBefore = instant('2026-09-18T16:00:00.000Z');
    expect((await requestOf({ publishedFrom, publishedBefore })).range).toEqual({
      'state.publishedAt': { from: publishedFrom, before: publishedBefore },
    });
  });
});

it('items and cases are asked for together, by what the public reads', () => {
  expect(ofItems(['a', 'b'], true)).toEqual({
    ...{ query: 'ofItem', each: { field: 'state.content.item', values: ['a', 'b'] } },
    equality: { 'state.status': [...CURRENT, 'REPLACED'] },
  });
  expect(ofCases(['a']).equality).toEqual({ 'state.status': CURRENT });
});

it('a desk is that of one department', () => {
  expect(deskRequest('d', ['PLANNED']).equality).toEqual({
    ...{ department: 'd', 'state.status': ['PLANNED'] },
  });
});
