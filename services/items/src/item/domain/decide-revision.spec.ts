import { aMaterial, aStep, commands, complete, items } from '../../../test/an-item.ts';
import type { ContentChange } from './item-content.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { ItemState } from './item.ts';

const revising = (change: ContentChange, state: ItemState = items.IDENTIFIED) =>
  itemLifecycle.decide({ ...commands.ReviseItem, change }, state);

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
});
