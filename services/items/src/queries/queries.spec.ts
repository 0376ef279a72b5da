import { instant } from '@onewindow/kernel';
import type { Viewer } from '@onewindow/identity';
import { CENTRE, complete, DEPARTMENT, items } from '../../test/an-item.ts';
import { known } from '../persistence/known.ts';
import { availableActions } from './available-actions.ts';
import { revisionsOf } from './item-revisions.ts';
import { toItemView } from './item-view.ts';
import { lookupOf } from './list-items.ts';

const view = (status: 'IDENTIFIED' | 'SUBMITTED_FOR_REVIEW' | 'PUBLISHED') =>
  toItemView({ id: 'i', version: 1, state: known(items[status]) });
const viewer = (scope: 'items:edit' | 'items:review' | 'windows:manage', more = {}): Viewer => ({
  id: 'somebody',
  kind: 'STAFF',
  staffId: 's-1',
  scopes: new Set([scope]),
  ...more,
});

describe('what a viewer may do with an item', () => {
  it('is what the status allows, for an editor of its department', () => {
    const editor = viewer('items:edit', { department: DEPARTMENT });
    expect(availableActions(view('IDENTIFIED'), editor)).toEqual([
      'REVISE_ITEM',
      'SUBMIT_ITEM_FOR_REVIEW',
      'ABOLISH_ITEM',
    ]);
    expect(availableActions(view('SUBMITTED_FOR_REVIEW'), editor)).toEqual([]);
  });

  it('is nothing for an editor of another department', () => {
    expect(availableActions(view('IDENTIFIED'), viewer('items:edit', { department: 'x' }))).toEqual(
      [],
    );
  });

  it('is the review for a reviewer who is no author', () => {
    const submitted = view('SUBMITTED_FOR_REVIEW');
    expect(availableActions(submitted, viewer('items:review'))).toEqual(['REVIEW_ITEM']);
    const author = { ...viewer('items:review'), id: 'importer' };
    const { staffId: _, ...unknown } = viewer('items:review');
    expect(availableActions(submitted, author)).toEqual([]);
    expect(availableActions(submitted, unknown)).toEqual([]);
  });

  it('is the entry for staff of a centre', () => {
    const staff = viewer('windows:manage', { centre: CENTRE });
    expect(availableActions(view('PUBLISHED'), staff)).toEqual(['ENTER_ITEM']);
  });
});

describe('a listing', () => {
  it('asks for all statuses and kinds when nobody says which', () => {
    const { query, equality } = lookupOf({ orderBy: 'CODE' });
    expect(query).toBe('byCode');
    expect(equality['state.status']).toHaveLength(7);
    expect(equality['state.content.kind']).toHaveLength(5);
  });

  it('looks up a code by letters, digits and hyphens, anything else by name', () => {
    expect(lookupOf({ text: '511A', orderBy: 'NAME' })).toMatchObject({
      query: 'byCode',
      range: { 'state.code': { from: '511A' } },
    });
    expect(lookupOf({ text: '食品', orderBy: 'CODE', department: DEPARTMENT })).toMatchObject({
      query: 'ofDepartmentByName',
      range: { 'state.content.name': { from: '食品' } },
    });
  });
});

describe('revisions', () => {
  it('are numbered from the registration on and told newest first', () => {
    const entry = (seq: number, event: object) =>
      ({
        seq,
        event,
        effectiveAt: instant('2026-11-02T01:00:00.000Z'),
      }) as unknown as Parameters<typeof revisionsOf>[0][number];
    const revised = (reason: string) => ({
      type: 'ItemRevised',
      reason,
      changes: [{ field: 'conditions', before: null, after: complete.conditions }],
      daysSaved: 0,
      materialsRemoved: [],
      stepsRemoved: [],
    });
    const history = [
      entry(1, { type: 'ItemRegistered' }),
      entry(2, revised('一')),
      entry(3, { type: 'ItemSubmittedForReview' }),
      entry(4, revised('二')),
    ];
    expect(revisionsOf(history)).toMatchObject([
      { revision: 3, reason: '二' },
      { revision: 2, reason: '一', changes: [{ before: null, after: '"有固定的经营场所"' }] },
    ]);
  });
});
