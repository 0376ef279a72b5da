import { parseDay, type Day } from '@onewindow/calendar';
import type { Money } from '@onewindow/kernel';
import { AT, commands, complete, items } from '../../../test/an-item.ts';
import { refusalToWrite } from './content-rules.ts';
import { chargeOf, feesWithoutHearing, policyOf } from './fee-standard.ts';
import { mendImported } from './import-mending.ts';
import type { FeeStandard, ItemContent } from './item-content.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { ItemState } from './item.ts';

const yuan = (amount: string): Money => ({ yuan: amount });
const day = (text: string) => parseDay(text) as Day;
const fee: FeeStandard = {
  name: '许可证工本费',
  standard: '每证10-20元',
  basis: '食品安全法实施条例第十条',
  amount: null,
  unit: '证',
  min: yuan('10.00'),
  max: yuan('20.00'),
  policy: 'CHARGE',
  basisRank: 'ADMINISTRATIVE_REGULATION',
  document: '鲁价费发〔2026〕1号',
};
const charging = (...fees: readonly FeeStandard[]): ItemContent => ({
  ...complete,
  chargesFee: true,
  fees,
});

const untold = { min: undefined, max: undefined };

describe('what a standard charges (003:10)', () => {
  it.each<readonly [string, Record<string, unknown>, string, string]>([
    ['the lower limit', {}, 'CHARGE', '10.00'],
    ['the fixed amount', { ...untold, amount: yuan('15.00') }, 'CHARGE', '15.00'],
    [
      'what is left where it may be reduced',
      { policy: 'MAY_REDUCE', reduced: yuan('5.00') },
      ...(['MAY_REDUCE', '5.00'] as const),
    ],
    ['nothing where it may be left out', { policy: 'MAY_EXEMPT' }, 'MAY_EXEMPT', '0.00'],
    ['nothing where it is forbidden', { policy: 'FORBIDDEN' }, 'FORBIDDEN', '0.00'],
    ['nothing where the line is unclear', { policy: 'UNCLEAR' }, 'UNCLEAR', '0.00'],
    ['nothing without a basis', { basis: null }, 'UNCLEAR', '0.00'],
    ['nothing without an amount', untold, 'UNCLEAR', '0.00'],
    ['nothing for a licence whose basis has no rank', { basisRank: undefined }, 'UNCLEAR', '0.00'],
    ['nothing for a licence by a local document', { basisRank: 'RULES' }, 'UNCLEAR', '0.00'],
  ])('is %s', (...[, changes, policy, charge]) => {
    const standard = { ...fee, ...changes };
    expect([policyOf(standard, 'ADMIN_LICENCE'), chargeOf(standard, 'ADMIN_LICENCE')]).toEqual([
      policy,
      yuan(charge),
    ]);
  });

  it('is the lower limit for what is no licence, whatever the rank of its basis', () => {
    expect(chargeOf({ ...fee, basisRank: 'OTHER_DOCUMENT' }, 'PUBLIC_SERVICE')).toEqual(
      yuan('10.00'),
    );
  });
});

describe('what may be written of fees (行政许可法 58)', () => {
  it('is a standard with basis, rank and limits', () => {
    expect(refusalToWrite(charging(fee))).toBeUndefined();
  });

  it('is no licence fee by less than a regulation of the State Council', () => {
    const low = charging({ ...fee, basisRank: 'LOCAL_REGULATION' });
    expect(refusalToWrite(low)).toEqual({
      code: 'FeeWithoutBasis',
      because: 'Rank',
      fees: [fee.name],
    });
    expect(mendImported(low)).toMatchObject({ content: { fees: [] }, flags: ['FeeWithoutBasis'] });
  });

  it.each([
    ['a lower limit above the upper one', { min: yuan('30.00') }],
    ['an amount below nothing', { min: yuan('-1.00') }],
    ['a fixed amount beside other limits', { amount: yuan('12.00') }],
    ['a reduction above the lower limit', { reduced: yuan('10.01') }],
    ['an end in the year 9999', { inForceUntil: day('9999-12-31') }],
    ['a hearing of the year 1', { hearingHeldOn: day('0001-01-01') }],
    [
      'an end before its beginning',
      { inForceFrom: day('2026-05-02'), inForceUntil: day('2026-05-01') },
    ],
  ])('is not %s', (_, wrong) => {
    const content = charging({ ...fee, ...wrong });
    expect(refusalToWrite(content)).toEqual({ code: 'FeeStandardFaulty', fees: [fee.name] });
    expect(mendImported(content)).toMatchObject({
      content: { fees: [] },
      flags: ['FeeStandardFaulty'],
    });
  });

  it('is not the same fee twice', () => {
    expect(refusalToWrite(charging(fee, fee))).toMatchObject({ code: 'FeeStandardFaulty' });
  });
});

describe('the hearing on fees (003:41)', () => {
  const today = day('2026-11-02');
  const heard = { hearingDocument: '听证会纪要〔2026〕3号', hearingHeldOn: day('2026-10-20') };
  const raised = { ...fee, min: yuan('12.00') };
  const proposing = (next: ItemContent, now = charging(fee)): ItemState => ({
    ...(items.IN_SERVICE as Extract<ItemState, { status: 'IN_SERVICE' }>),
    content: now,
    next: {
      status: 'CONFIRMED',
      reason: '调整',
      change: { fees: next.fees },
      aliases: [],
      authors: [],
    },
  });
  const publish = (state: ItemState) =>
    itemLifecycle.decide({ ...commands.PublishItem, at: AT }, state);

  it('lets a raised fee become public after a hearing of its own', () => {
    expect(publish(proposing(charging({ ...raised, ...heard })))).toMatchObject({ accepted: true });
  });

  it('refuses a new or raised fee that nobody was heard on', () => {
    const refused = { rejection: { code: 'FeeHearingMissing', fees: [fee.name] } };
    expect(publish(proposing(charging(raised)))).toMatchObject(refused);
    expect(publish(proposing(charging({ ...fee, max: yuan('25.00') })))).toMatchObject(refused);
    expect(publish(proposing(charging(fee), { ...complete, chargesFee: true }))).toMatchObject(
      refused,
    );
  });

  it('asks for none where a fee falls, stays or ends', () => {
    for (const fees of [
      [fee],
      [{ ...fee, min: yuan('8.00') }],
      [{ ...fee, policy: 'MAY_EXEMPT' } as const],
      [],
    ])
      expect(feesWithoutHearing(charging(...fees), charging(fee), today)).toEqual([]);
  });

  it('is another one for each raise, and held by then', () => {
    const again = charging({ ...raised, ...heard });
    expect(feesWithoutHearing(again, charging({ ...fee, ...heard }), today)).toEqual([fee.name]);
    const later = charging({ ...raised, ...heard, hearingHeldOn: day('2026-11-03') });
    expect(feesWithoutHearing(later, charging(fee), today)).toEqual([fee.name]);
  });

  it('is asked for at a first publication of what comes into force only now', () => {
    expect(feesWithoutHearing(charging({ ...fee, inForceFrom: today }), null, today)).toEqual([
      fee.name,
    ]);
    expect(
      feesWithoutHearing(charging({ ...fee, inForceFrom: day('2020-01-01') }), null, today),
    ).toEqual([]);
    expect(feesWithoutHearing(charging(fee), null, today)).toEqual([]);
  });
});
