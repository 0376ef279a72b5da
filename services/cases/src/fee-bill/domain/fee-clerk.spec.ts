import {
  aFeeBill,
  afterFees,
  clerk,
  feeCommands,
  feeRefusal,
  hands,
} from '../../../test/a-fee-bill.ts';
import { ids } from '../../../test/a-case.ts';

const { IssueBill, IssueInvoice, RequestRelief, ChiefReview } = feeCommands;
const { GrantByPolicy, RecordMeetingResolution } = feeCommands;
const pending = aFeeBill('RELIEF_PENDING');
const reviewed = afterFees([ChiefReview], pending);

describe('who has made a fee less (002:105)', () => {
  it.each([
    ['by a policy', afterFees([GrantByPolicy], pending)],
    ['by what the meeting has passed', afterFees([RecordMeetingResolution], reviewed)],
    [
      'or has written down that it has not',
      afterFees([{ ...RecordMeetingResolution, passed: false }], reviewed),
    ],
  ])('invoices it not, and another does: %s', (_, bill) => {
    const another = { code: 'FeeStepNeedsAnotherPerson' };
    expect(feeRefusal({ ...IssueInvoice, officer: hands.relief }, bill)).toEqual(another);
    expect(feeRefusal(IssueInvoice, bill)).toBeNull();
  });

  it('or asked for it, or looked at it, takes no step of collecting it', () => {
    const bill = afterFees([
      ...[IssueBill, { ...RequestRelief, by: 'asker' }, ChiefReview],
      RecordMeetingResolution,
    ]);
    for (const id of ['asker', ids.superior])
      expect(feeRefusal({ ...IssueInvoice, officer: clerk(id) }, bill)).toEqual({
        code: 'FeeStepNeedsAnotherPerson',
      });
  });

  it('has not billed it, the chief of the unit neither', () => {
    const own = afterFees([{ ...IssueBill, officer: clerk(ids.superior) }, RequestRelief]);
    expect(feeRefusal(ChiefReview, own)).toEqual({ code: 'FeeStepNeedsAnotherPerson' });
    expect(feeRefusal(ChiefReview, pending)).toBeNull();
  });
});
