import { deadline, type Calendar, type Deadline, type Period } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CountedClock, ItemTerms } from './case.ts';
import { started, type Counting } from './clocks.ts';

const working = (value: number): Period => ({ value, unit: 'WORKING_DAYS' });

/** A licence without a limit of its own is decided in 20 working days, a joint one in 45 (行政许可法 42). */
export const LICENCE_LIMIT = working(20);
export const JOINT_LICENCE_LIMIT = working(45);
/** A licence is delivered within 10 working days of the decision (行政许可法 44). */
export const DELIVERY_LIMIT = working(10);

/** The clocks that acceptance starts; when the law accepted, they run from the receipt of the materials. */
export function acceptanceClocks(
  terms: ItemTerms,
  acceptedAt: Instant,
  counting: Counting,
): readonly CountedClock[] {
  const decision = decisionDeadline(terms, acceptedAt, counting.calendar);
  const committed = committedDeadline(terms, decision, { acceptedAt, calendar: counting.calendar });
  return [
    ...(decision ? [started('DECISION', decision, counting)] : []),
    ...(committed ? [started('COMMITTED', committed, counting)] : []),
  ];
}

/** From the decision to its delivery. */
export function deliveryClock(decidedAt: Instant, counting: Counting): CountedClock {
  const terms = { calendar: counting.calendar, startedAt: decidedAt, suspensions: [] };
  const due = deadline({ ...terms, rule: '行政许可法 44', period: DELIVERY_LIMIT });
  return started('DELIVERY', due, counting);
}

/** The item's statutory limit; the general one for licences only; otherwise the law sets none. */
function decisionDeadline(
  terms: ItemTerms,
  startedAt: Instant,
  calendar: Calendar,
): Deadline | null {
  const counted = { calendar, startedAt, suspensions: [] };
  if (terms.statutoryLimit) {
    return deadline({ ...counted, rule: '事项法定办结时限', period: terms.statutoryLimit });
  }
  if (terms.kind !== 'ADMIN_LICENCE') return null;
  const period = terms.handlingMode === 'JOINT' ? JOINT_LICENCE_LIMIT : LICENCE_LIMIT;
  return deadline({ ...counted, rule: '行政许可法 42', period });
}

/**
 * The promise: an immediate item ends with the day of its acceptance (002:35), any other with the item's
 * committed limit, but never after the law's own end: a longer promise gives way to it.
 */
function committedDeadline(
  terms: ItemTerms,
  decision: Deadline | null,
  { acceptedAt, calendar }: { readonly acceptedAt: Instant; readonly calendar: Calendar },
): Deadline | null {
  const counted = { calendar, startedAt: acceptedAt, suspensions: [] };
  if (terms.handlingMode === 'IMMEDIATE') {
    return deadline({ ...counted, rule: '即办件当日办结', period: working(0) });
  }
  if (!terms.committedLimit) return null;
  const promised = deadline({ ...counted, rule: '承诺时限', period: terms.committedLimit });
  const longer =
    (decision?.dueAt ?? null) !== null && (promised.dueAt ?? '') > (decision?.dueAt ?? '');
  return longer ? decision : promised;
}
