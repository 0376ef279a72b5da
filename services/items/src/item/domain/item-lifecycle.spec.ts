import { commands, complete, items, AT, CENTRE } from '../../../test/an-item.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { ItemCommand, ItemState, NextRevision } from './item.ts';

const { decide, evolve } = itemLifecycle;

function after(state: ItemState, ...given: readonly ItemCommand[]): ItemState {
  return given.reduce((current, command) => {
    const decision = decide(command, current);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejection));
    return decision.events.reduce(evolve, current);
  }, state);
}

/** What 3.14 permits of an item without a next revision, written down here once more: the program's own table is held against it. */
const LAW: Readonly<Record<ItemState['status'], readonly ItemCommand['type'][]>> = {
  ABSENT: ['ImportItem'],
  IDENTIFIED: ['ImportItem', 'ReviseItem', 'SubmitItemForReview', 'AbolishItem'],
  SUBMITTED_FOR_REVIEW: ['ReviewItem'],
  CONFIRMED: ['ImportItem', 'ReviseItem', 'PublishItem', 'AbolishItem'],
  PUBLISHED: ['ImportItem', 'ReviseItem', 'EnterItem', 'AbolishItem'],
  IN_SERVICE: ['ImportItem', 'ReviseItem', 'SuspendItem', 'AbolishItem'],
  SUSPENDED: ['ImportItem', 'ReviseItem', 'ResumeItem', 'AbolishItem'],
  ABOLISHED: [],
};

/** And of an item in service with a next revision (002:24, ADR 20). */
const NEXT_LAW: Readonly<Record<NextRevision['status'], readonly ItemCommand['type'][]>> = {
  DRAFT: [...LAW.IN_SERVICE, 'SubmitItemForReview', 'DropProposal'],
  SUBMITTED: ['SuspendItem', 'AbolishItem', 'ReviewItem'],
  CONFIRMED: [...LAW.IN_SERVICE, 'PublishItem', 'DropProposal'],
};

describe('item lifecycle', () => {
  const next = { reason: '更新', change: { conditions: '新' }, aliases: [], authors: ['importer'] };
  const inService = (status: NextRevision['status']): ItemState => ({
    ...(items.IN_SERVICE as Extract<ItemState, { status: 'IN_SERVICE' }>),
    next: { ...next, status },
  });
  const all = Object.values(commands);
  const accepts = (state: ItemState) =>
    all.filter((command) => decide(command, state).accepted).map(({ type }) => type);
  const sorted = (types: readonly string[]) => [...types].sort();

  it.each(Object.values(items))('in $status permits what 3.14 says and nothing else', (state) => {
    expect(sorted(accepts(state))).toEqual(sorted(LAW[state.status]));
    const refused = all.filter(({ type }) => !LAW[state.status].includes(type));
    for (const command of refused)
      expect(decide(command, state)).toMatchObject({ rejection: { code: 'NotPermittedInStatus' } });
  });

  it.each(['DRAFT', 'SUBMITTED', 'CONFIRMED'] as const)(
    'with a next revision %s permits what 002:24 says and nothing else',
    (status) => {
      expect(sorted(accepts(inService(status)))).toEqual(sorted(NEXT_LAW[status]));
    },
  );

  it('leads from clean-up over review and publication into service', () => {
    const served = after(
      items.ABSENT,
      commands.ImportItem,
      commands.SubmitItemForReview,
      commands.ReviewItem,
      commands.PublishItem,
      commands.EnterItem,
    );
    expect(served).toMatchObject({ status: 'IN_SERVICE', centre: CENTRE, revision: 1 });
  });

  it('takes an item out of service and back to the same centre', () => {
    const suspended = after(items.IN_SERVICE, commands.SuspendItem);
    expect(suspended).toMatchObject({ status: 'SUSPENDED', centre: CENTRE });
    expect(after(suspended, commands.ResumeItem)).toMatchObject({
      status: 'IN_SERVICE',
      centre: CENTRE,
    });
  });

  it('folds nothing before the registration', () => {
    expect(evolve(items.ABSENT, { type: 'ItemPublished' })).toEqual({ status: 'ABSENT' });
  });
});

describe('legal review (002:24)', () => {
  const submitted = after(
    items.IDENTIFIED,
    { ...commands.ReviseItem, by: 'author' },
    commands.SubmitItemForReview,
  );

  it.each(['author', 'editor', 'importer'])(
    '%s, who wrote or submitted it, may not review',
    (by) => {
      expect(decide({ ...commands.ReviewItem, by: ['somebody', by] }, submitted)).toMatchObject({
        accepted: false,
        rejection: { code: 'ReviewerIsAuthor' },
      });
    },
  );

  it('gives a rejected item back to clean-up with the opinion', () => {
    const returned = after(submitted, {
      ...commands.ReviewItem,
      decision: 'REJECT',
      opinion: '依据已废止',
    });
    expect(returned).toMatchObject({
      status: 'IDENTIFIED',
      lastReview: { decision: 'REJECT', opinion: '依据已废止', at: AT },
    });
  });

  it('sends a confirmed item that is revised back to clean-up', () => {
    expect(after(items.CONFIRMED, commands.ReviseItem)).toMatchObject({
      status: 'IDENTIFIED',
      revision: 2,
    });
  });

  it('leaves what the public reads as it is when an editor revises it: the change is its next revision', () => {
    expect(after(items.IN_SERVICE, commands.ReviseItem)).toEqual({
      ...items.IN_SERVICE,
      next: {
        status: 'DRAFT',
        reason: '能减的减',
        change: { committedLimit: { value: 5, unit: 'WORKING_DAYS' } },
        aliases: [],
        authors: ['editor'],
      },
    });
  });

  it('is of what an editor proposed to a public item, by another than him', () => {
    const { ReviseItem, SubmitItemForReview, ReviewItem, PublishItem } = commands;
    const submitted2 = after(items.IN_SERVICE, ReviseItem, { ...SubmitItemForReview, by: 'other' });
    for (const by of ['editor', 'other'])
      expect(decide({ ...ReviewItem, by: [by] }, submitted2)).toMatchObject({
        rejection: { code: 'ReviewerIsAuthor' },
      });
    expect(after(submitted2, ReviewItem, PublishItem)).toMatchObject({
      status: 'IN_SERVICE',
      revision: 2,
      content: { committedLimit: { value: 5, unit: 'WORKING_DAYS' } },
      next: null,
    });
  });

  it('knows as an author who proposed a part of it before a row added another', () => {
    const both = after(items.IN_SERVICE, commands.ReviseItem, commands.ImportItem);
    expect(both).toMatchObject({ next: { authors: ['editor', 'importer'] } });
    const submitted2 = after(both, commands.SubmitItemForReview);
    expect(decide({ ...commands.ReviewItem, by: ['editor'] }, submitted2)).toMatchObject({
      rejection: { code: 'ReviewerIsAuthor' },
    });
  });
});

describe('publication (002:165)', () => {
  it('is refused while elements are missing, and names them', () => {
    const state = {
      ...items.CONFIRMED,
      content: { ...complete, conditions: null, chargesFee: null },
    } as ItemState;
    expect(decide(commands.PublishItem, state)).toEqual({
      accepted: false,
      rejection: {
        code: 'ElementsMissing',
        missing: ['CONDITIONS', 'FEE_BASIS', 'FEE_STANDARD'],
      },
    });
  });

  it('only confirmed items are published', () => {
    expect(decide(commands.PublishItem, items.IDENTIFIED)).toMatchObject({
      rejection: { code: 'NotPermittedInStatus', status: 'IDENTIFIED' },
    });
  });
});
