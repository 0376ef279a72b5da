import type { Viewer } from '@onewindow/identity';
import { offersOf, openKinds } from '@onewindow/service';
import { AT, CENTRE, DEPARTMENT, items } from '../../test/an-item.ts';
import type { RequestContext } from '../context.ts';
import type { ItemState, KnownItem, NextRevision } from './domain/item.ts';
import { itemCommands } from './item.commands.ts';
import { itemKind } from './item.kind.ts';

type Scope = 'items:edit' | 'items:review' | 'windows:manage';
const viewer = (scope: Scope, more: Partial<Viewer> = {}): Viewer => ({
  id: 'somebody',
  kind: 'STAFF',
  staffId: 's-1',
  scopes: new Set([scope]),
  ...more,
});
const editor = viewer('items:edit', { department: DEPARTMENT });
const reviewer = viewer('items:review');
const without = (key: 'staffId' | 'department' | 'centre', { [key]: _, ...who }: Viewer): Viewer =>
  who;
const unknown = without('staffId', editor);

/** What is offered of the kind as the service opens it; nothing is read for that. */
const offers = (state: ItemState, who: Viewer) => {
  const kinds = openKinds({ journal: () => undefined as never });
  kinds.open(itemKind);
  const caller = { viewer: who, at: AT, traceparent: '' };
  const context = { caller, kinds: kinds.forRequest(caller) } as unknown as RequestContext;
  return offersOf(itemCommands)(itemKind.toView({ id: 'i', version: 1, state }), context);
};
const actions = async (state: ItemState, who: Viewer) =>
  (await offers(state, who)).filter(({ refused }) => !refused).map(({ action }) => action);
const withNext = (status: NextRevision['status'], authors: readonly string[] = []): ItemState => ({
  ...(items.IN_SERVICE as Extract<KnownItem, { status: 'IN_SERVICE' }>),
  next: { status, reason: '更新', change: { conditions: '新' }, aliases: [], authors },
});

describe('what a viewer may do with an item', () => {
  it('is what the status permits, for an editor of its department', async () => {
    expect(await actions(items.IDENTIFIED, editor)).toEqual([
      'REVISE_ITEM',
      'SUBMIT_ITEM_FOR_REVIEW',
      'ABOLISH_ITEM',
    ]);
    expect(await actions(items.SUBMITTED_FOR_REVIEW, editor)).toEqual([]);
  });

  it('is nothing for an editor of another department, or of none', async () => {
    for (const who of [{ ...editor, department: 'another' }, without('department', editor)])
      for (const state of [items.IDENTIFIED, items.CONFIRMED, withNext('DRAFT')])
        expect(await actions(state, who)).toEqual([]);
  });

  it('is no authorship for staff whom nobody knows, and no review', async () => {
    expect(await actions(items.IDENTIFIED, unknown)).toEqual(['ABOLISH_ITEM']);
    expect(await actions(items.CONFIRMED, unknown)).toEqual(['PUBLISH_ITEM', 'ABOLISH_ITEM']);
    expect(await actions(withNext('CONFIRMED'), unknown)).toEqual(['SUSPEND_ITEM', 'ABOLISH_ITEM']);
    const stranger = without('staffId', reviewer);
    expect(await actions(items.SUBMITTED_FOR_REVIEW, stranger)).toEqual([]);
  });

  it('is the review for a reviewer who is no author', async () => {
    const submitted = items.SUBMITTED_FOR_REVIEW;
    expect(await actions(submitted, reviewer)).toEqual(['REVIEW_ITEM']);
    expect(await actions(submitted, { ...reviewer, id: 'importer' })).toEqual([]);
    expect(await offers(submitted, { ...reviewer, id: 'importer' })).toEqual([
      { action: 'REVIEW_ITEM', refused: { code: 'ReviewerIsAuthor' } },
    ]);
  });

  it('is the step that the next revision of a public item is at', async () => {
    const steps = async (state: ItemState, who: Viewer) =>
      (await actions(state, who)).filter((action) => !STANDING.includes(action));
    const STANDING: readonly string[] = ['REVISE_ITEM', 'SUSPEND_ITEM', 'ABOLISH_ITEM'];
    expect(await steps(items.IN_SERVICE, editor)).toEqual([]);
    expect(await steps(withNext('DRAFT'), editor)).toEqual([
      'SUBMIT_ITEM_FOR_REVIEW',
      'DROP_PROPOSAL',
    ]);
    expect(await actions(withNext('SUBMITTED'), editor)).toEqual(['SUSPEND_ITEM', 'ABOLISH_ITEM']);
    expect(await steps(withNext('CONFIRMED'), editor)).toEqual(['PUBLISH_ITEM', 'DROP_PROPOSAL']);
    expect(await actions(withNext('DRAFT'), reviewer)).toEqual(['DROP_PROPOSAL']);
    expect(await actions(withNext('DRAFT'), without('staffId', reviewer))).toEqual([]);
    expect(await actions(withNext('SUBMITTED'), reviewer)).toEqual(['REVIEW_ITEM']);
    expect(await actions(withNext('SUBMITTED', ['s-1']), reviewer)).toEqual([]);
  });

  it('is the entry for who manages a centre', async () => {
    const staff = viewer('windows:manage', { centre: CENTRE });
    expect(await actions(items.PUBLISHED, staff)).toEqual(['ENTER_ITEM']);
    expect(await actions(items.PUBLISHED, without('centre', staff))).toEqual([]);
  });
});
