import { parseDay, type Day } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { given } from '@onewindow/testing';
import { SPECIAL_ACCOUNT_PERMITTED, specialAccountLifecycle } from './special-account-lifecycle.ts';

const at = instant('2026-09-18T09:30:00+08:00');
const named = {
  ...{ at, region: 'r', centre: 'c', account: '4500000000000001', bank: '示例银行' },
  ...{ document: '财非税〔2026〕1号', from: parseDay('2026-09-18') as Day },
};

it('permits what the rules say and nothing else', () => {
  expect(SPECIAL_ACCOUNT_PERMITTED).toEqual({ ABSENT: ['NameSpecialAccount'], NAMED: [] });
});

it('holds from the day that is named on', () => {
  given(specialAccountLifecycle)
    .when({ type: 'NameSpecialAccount', ...named })
    .then({ type: 'SpecialAccountNamed', ...named });
});

it.each(['2027-09-20', '9999-12-31'])('does not begin on %s, more than a year ahead', (day) => {
  given(specialAccountLifecycle)
    .when({ type: 'NameSpecialAccount', ...named, from: parseDay(day) as Day })
    .refuses({ code: 'AccountReachesBack' });
});

it('reaches no day that has passed', () => {
  given(specialAccountLifecycle)
    .when({ type: 'NameSpecialAccount', ...named, from: parseDay('2026-09-17') as Day })
    .refuses({ code: 'AccountReachesBack' });
});
