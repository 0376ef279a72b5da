import { daysBetween, dayOf } from '@onewindow/calendar';
import { accept, defineDecider, reject } from '@onewindow/kernel';
import type {
  NameSpecialAccount,
  SpecialAccountNamed,
  SpecialAccountState,
} from './special-account.ts';

/** Each naming stands for itself: the newest that has begun holds. */
export const SPECIAL_ACCOUNT_PERMITTED = {
  ABSENT: ['NameSpecialAccount'],
  NAMED: [],
} as const satisfies Record<SpecialAccountState['status'], readonly NameSpecialAccount['type'][]>;

/** An account is named so many days ahead at most (local rule). */
const MOST_DAYS_AHEAD = 366;

export const specialAccountLifecycle = defineDecider<
  SpecialAccountState,
  NameSpecialAccount,
  SpecialAccountNamed
>()({
  initial: { status: 'ABSENT' },
  permitted: SPECIAL_ACCOUNT_PERMITTED,
  branches: {
    NameSpecialAccount: ({ at, region, centre, account, bank, document, from }) =>
      from < dayOf(at) || daysBetween(dayOf(at), from) > MOST_DAYS_AHEAD
        ? reject({ code: 'AccountReachesBack' })
        : accept<SpecialAccountNamed>({
            type: 'SpecialAccountNamed',
            ...{ at, region, centre, account, bank, document, from },
          }),
  },
  evolve: (_, { region, centre, account, bank, document, from }) => ({
    status: 'NAMED',
    ...{ region, centre, account, bank, document, from },
  }),
});
