import { aMaterial, aStep, commands, complete, items } from '../../../test/an-item.ts';
import type { ContentChange } from './item-content.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { ItemState } from './item.ts';

const revising = (change: ContentChange, state: ItemState = items.IDENTIFIED) =>
  itemLifecycle.decide({ ...commands.ReviseItem, change }, state);

const revised = (decision: ReturnType<typeof itemLifecycle.decide>) =>
  decision.accepted ? decision.events : [];

describe('revising an item (002:25)', () => {
  it('counts what it saves the applicant', () => {
    const decision = revising(
      {
        committedLimit: { value: 7, unit: 'WORKING_DAYS' },
        procedure: [aStep('受理'), aStep('决定')],
      },
      {
        ...items.IDENTIFIED,
        content: { ...complete, requiredMaterials: [aMaterial('申请书'), aMaterial('照片')] },
      },
    );
    expect(decision).toMatchObject({
      events: [{ daysSaved: 3, stepsRemoved: ['审查'], materialsRemoved: [] }],
    });
  });

  it('counts a promise in another unit as no days saved', () => {
    expect(revising({ committedLimit: { value: 5, unit: 'CALENDAR_DAYS' } })).toMatchObject({
      events: [{ daysSaved: 0 }],
    });
  });

  it.each([
    ['NothingChanged', { conditions: complete.conditions }],
    ['CommittedLimitTooLong', { committedLimit: { value: 21, unit: 'WORKING_DAYS' } }],
    ['CatchAllMaterial', { requiredMaterials: [aMaterial('其他相关材料')] }],
    [
      'FeeWithoutBasis',
      { chargesFee: true, fees: [{ name: '费', standard: '1元', basis: null, amount: null }] },
    ],
  ] as const)('is refused with %s', (code, change) => {
    expect(revising(change)).toMatchObject({ accepted: false, rejection: { code } });
  });

  it('may leave gaps in a draft but none in what is public', () => {
    expect(revising({ results: [] }).accepted).toBe(true);
    expect(revising({ results: [] }, items.SUSPENDED)).toMatchObject({
      rejection: { code: 'ElementsMissing', missing: ['RESULT'] },
    });
  });

  it('adds to what is proposed to a public item, and takes it back by saying what is public', () => {
    const next = {
      status: 'CONFIRMED' as const,
      reason: '更新',
      change: { conditions: '新条件' },
      aliases: [],
      authors: ['importer'],
    };
    const item = { ...items.IN_SERVICE, next } as ItemState;
    expect(revising({ instructions: '先预约' }, item)).toMatchObject({
      events: [
        {
          type: 'NextRevisionProposed',
          by: 'editor',
          change: { conditions: '新条件', instructions: '先预约' },
          mark: null,
        },
      ],
    });
    expect(revising({ conditions: '新条件' }, item)).toMatchObject({
      rejection: { code: 'NothingChanged' },
    });
    const [back] = revised(revising({ conditions: complete.conditions }, item));
    expect(back).toMatchObject({ type: 'NextRevisionProposed', change: {} });
    expect(back && itemLifecycle.evolve(item, back)).toMatchObject({ next: null });
  });

  it('leaves the mark of the row that was taken', () => {
    const [event] = revised(revising({ conditions: '另有条件' }, items.IN_SERVICE));
    expect(event && itemLifecycle.evolve(items.IN_SERVICE, event)).toMatchObject({
      imported: { digest: 'first' },
      next: { status: 'DRAFT' },
    });
  });
});

describe('a proposal that nobody wants (002:24)', () => {
  const proposed = revised(revising({ conditions: '另有条件' }, items.PUBLISHED)).reduce(
    itemLifecycle.evolve,
    items.PUBLISHED,
  );

  it('is dropped with a reason, and the item says what it said', () => {
    const decision = itemLifecycle.decide(commands.DropProposal, proposed);
    expect(decision).toEqual({
      accepted: true,
      events: [{ type: 'NextRevisionDropped', by: 'editor', reason: '上级已更正' }],
    });
    expect(revised(decision).reduce(itemLifecycle.evolve, proposed)).toEqual(items.PUBLISHED);
  });

  it('is not dropped while it is with the reviewer, or when there is none', () => {
    const submitted = revised(itemLifecycle.decide(commands.SubmitItemForReview, proposed)).reduce(
      itemLifecycle.evolve,
      proposed,
    );
    expect(itemLifecycle.decide(commands.DropProposal, submitted)).toMatchObject({
      rejection: { code: 'NotPermittedInStatus', status: 'SUBMITTED_FOR_REVIEW' },
    });
    expect(itemLifecycle.decide(commands.DropProposal, items.PUBLISHED)).toMatchObject({
      rejection: { code: 'NotPermittedInStatus', status: 'PUBLISHED' },
    });
  });
});
