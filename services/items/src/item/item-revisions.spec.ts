import { instant } from '@onewindow/kernel';
import { complete } from '../../test/an-item.ts';
import { revisionsOf } from './item-revisions.ts';

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
