import { dayOf } from '@onewindow/calendar';
import { compareMoney, NOTHING } from '@onewindow/kernel';
import type { CaseFile, CaseState } from './case.ts';
import type { FeeTerm } from './facts.ts';

/** From acceptance to the decision's end: before it nothing is due, afterwards nothing is handed over any more. */
const BILLABLE: readonly CaseState['status'][] = ['ACCEPTED', 'IN_PROCESS', 'APPROVED'];

/** Whether a fee may be asked for this case as it stands; not for one that is not there. */
export const isBillable = (state: Pick<CaseState, 'status'> | null): boolean =>
  state !== null && BILLABLE.includes(state.status);

type Charged = Pick<CaseFile, 'terms' | 'acceptance'>;

/**
 * The item's standards that were in force on the day of acceptance (S85): what is raised later is no matter of this
 * case. None before acceptance, and none for a case from before standards were told.
 */
export function standardsInForce({ terms, acceptance }: Charged): readonly FeeTerm[] {
  if (!acceptance) return [];
  const day = dayOf(acceptance.at);
  return (terms.fees ?? []).filter(
    ({ inForceFrom, inForceUntil }) =>
      (inForceFrom === null || inForceFrom <= day) &&
      (inForceUntil === null || day <= inForceUntil),
  );
}

/** Whether anything is charged for this case: then it needs a bill, and what is free needs none. */
export const isFeeDue = (state: Charged): boolean =>
  standardsInForce(state).some(({ charge }) => compareMoney({ yuan: charge }, NOTHING) > 0);

/**
 * Nothing is handed over before its fee is settled: collected at the bank window, or not charged (A18). `isSettled` is
 * what its bill says now.
 */
export function feeOpen(state: Charged, isSettled: boolean) {
  return isFeeDue(state) && !isSettled ? ({ code: 'FeeOpen' } as const) : null;
}
