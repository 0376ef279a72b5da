import { dayOf } from '@onewindow/calendar';
import { accept, defineDecider, reject } from '@onewindow/kernel';
import { atWindow } from '../../case/domain/authority.ts';
import type {
  CloseFeeDay,
  FeeDayClosed,
  FeeDayCommand,
  FeeDayEvent,
  FeeDayOpened,
  FeeDayState,
  OpenFeeDay,
} from './fee-day.ts';
import { balances, faultsOf, paymentOf, reconcile } from './reconcile.ts';

/** A day that differs is closed again when statement or books were put right; one that balances stays. */
export const FEE_DAY_PERMITTED = {
  ABSENT: ['OpenFeeDay'],
  OPEN: ['CloseFeeDay'],
  DIFFERENT: ['CloseFeeDay'],
  BALANCED: [],
} as const satisfies Record<FeeDayState['status'], readonly FeeDayCommand['type'][]>;

export const feeDayLifecycle = defineDecider<FeeDayState, FeeDayCommand, FeeDayEvent>()({
  initial: { status: 'ABSENT' },
  permitted: FEE_DAY_PERMITTED,
  branches: {
    OpenFeeDay: open,
    CloseFeeDay: close,
  },
  evolve,
});

/** No day that is to come, and none before the centre had an account that money could come to. */
function open({ at, region, centre, day, specialAccount }: OpenFeeDay) {
  if (day > dayOf(at)) return reject({ code: 'FeeDayNotOver' });
  if (specialAccount === null) return reject({ code: 'FeeDayBeforeAccount' });
  return accept<FeeDayOpened>({ type: 'FeeDayOpened', at, region, centre, day });
}

/**
 * Only once the day is over, so that no more money comes to it; in the hall, and by somebody who has not had any of it
 * in hand (002:15).
 */
function close(
  { at, officer, statement, bookings, hands }: CloseFeeDay,
  { day, centre }: Extract<FeeDayState, { readonly status: 'OPEN' | 'DIFFERENT' }>,
) {
  if (day >= dayOf(at)) return reject({ code: 'FeeDayNotOver' });
  const post = atWindow(officer, centre);
  if (!post.ok) return reject(post.refusal);
  if (hands.includes(officer.id)) return reject({ code: 'FeeStepNeedsAnotherPerson' });
  if (new Set(statement.map(paymentOf)).size !== statement.length) {
    return reject({ code: 'StatementLineTwice' });
  }
  const { lines, booked, stated } = reconcile(bookings, statement);
  const matched = lines.flatMap(({ fault, bill }) => (fault === null && bill ? [bill] : []));
  const faults = faultsOf(lines);
  return accept<FeeDayClosed>({
    type: 'FeeDayClosed',
    at,
    statement,
    closing: { by: officer.id, at, booked, stated, faults, matched },
  });
}

function evolve(state: FeeDayState, event: FeeDayEvent): FeeDayState {
  if (event.type === 'FeeDayOpened') {
    const { at: openedAt, region, centre, day } = event;
    return { ...{ region, centre, day, openedAt }, status: 'OPEN', statement: [], closing: null };
  }
  if (state.status === 'ABSENT') return state;
  const { statement, closing } = event;
  const status = balances(closing) ? 'BALANCED' : 'DIFFERENT';
  return { ...state, statement, closing, status };
}
