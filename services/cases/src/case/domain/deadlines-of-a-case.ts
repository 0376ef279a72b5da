import { deadline, type Deadline, type DeadlineTerms, type Period } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CaseClock, CaseFile, CountedClock, ItemTerms } from './case.ts';
import { atClosing } from './closing-time.ts';
import { started, withDeadline, type Counting } from './clocks.ts';
import { countedAgain, uncounted } from './counted-again.ts';

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
  const counted = { calendar: counting.calendar, startedAt: acceptedAt, suspensions: [] };
  const decision = decisionDeadline(terms, counted);
  const { closing: closes, withoutLimit } = counting;
  const isImmediate = terms.handlingMode === 'IMMEDIATE';
  const own = { withoutLimit, ...(isImmediate && { closes }) };
  const committed = committedDeadline(terms, { decision, counted, ...own });
  return [
    ...(decision ? [started('DECISION', decision, counting)] : []),
    ...(committed
      ? [{ ...started('COMMITTED', committed, counting), ...(isImmediate && { closes }) }]
      : []),
  ];
}

/**
 * Counts the running clocks of decision and promise again, each from its own limit, with the times that don't count
 * (行政许可法 45): so the promise never ends behind the law, whichever moved, and the order of changes can't matter.
 * The others are counted from what they keep.
 */
export function recounted(
  {
    clocks,
    terms,
    specialTimes,
    extendedBy = 0,
  }: Pick<CaseFile, 'clocks' | 'terms' | 'specialTimes' | 'extendedBy'>,
  counting: Counting,
): readonly CaseClock[] {
  const { calendar } = counting;
  const suspensions = specialTimes.map((time) => uncounted(time, calendar));
  const standsUntil = latest(
    specialTimes.filter(({ until }) => until === null).map((one) => uncounted(one, calendar).until),
  );
  const countedFrom = ({ deadline: { startedAt } }: CaseClock) => ({
    calendar,
    startedAt,
    suspensions,
  });
  const law = clocks.find(({ clock }) => clock === 'DECISION');
  const decision = law ? decisionDeadline(terms, countedFrom(law)) : null;
  const extended = law && decision ? lengthened(decision, extendedBy, countedFrom(law)) : decision;
  return clocks.map((clock) => {
    if (clock.ended !== null) return clock;
    const due =
      clock.clock === 'DECISION'
        ? extended
        : clock.clock === 'COMMITTED'
          ? committedDeadline(terms, {
              ...{ decision, counted: countedFrom(clock), withoutLimit: clock.deadline.period },
              ...(clock.closes !== undefined && { closes: clock.closes }),
            })
          : null;
    return due
      ? withDeadline(clock, due, { counting, standsUntil })
      : withDeadline(clock, countedAgain(clock, specialTimes, calendar), {
          counting,
          standsUntil: clock.clock === 'STEP' ? standsUntil : null,
        });
  });
}

/** Until when the clocks stand, where several procedures last. */
const latest = (ends: readonly Instant[]): Instant | null =>
  ends.reduce<Instant | null>((last, end) => (last === null || end > last ? end : last), null);

/** From the decision to its delivery. */
export function deliveryClock(decidedAt: Instant, counting: Counting): CountedClock {
  const terms = { calendar: counting.calendar, startedAt: decidedAt, suspensions: [] };
  const due = deadline({ ...terms, rule: '行政许可法 44', period: DELIVERY_LIMIT });
  return started('DELIVERY', due, counting);
}

type Counted = Pick<DeadlineTerms, 'calendar' | 'startedAt' | 'suspensions'>;

/**
 * The item's statutory limit; the general one for licences only; otherwise the law sets none. A joint licence is
 * decided in 45 working days at most, whatever its item says (行政许可法 42(2)).
 */
function decisionDeadline(terms: ItemTerms, counted: Counted): Deadline | null {
  const { kind, handlingMode, statutoryLimit } = terms;
  const isLicence = kind === 'ADMIN_LICENCE';
  const own =
    statutoryLimit && deadline({ ...counted, rule: '事项法定办结时限', period: statutoryLimit });
  const ofLaw = (period: Period) => deadline({ ...counted, rule: '行政许可法 42', period });
  if (isLicence && handlingMode === 'JOINT') return earlier(own, ofLaw(JOINT_LICENCE_LIMIT));
  return own ?? (isLicence ? ofLaw(LICENCE_LIMIT) : null);
}

/**
 * With the days by which it was lengthened, in the unit that it has (行政许可法 42). The promise does not ask for them: it
 * is kept (002:106).
 */
function lengthened(due: Deadline, days: number, counted: Counted): Deadline {
  if (days === 0) return due;
  const period = { ...due.period, value: due.period.value + days };
  return deadline({ ...counted, rule: `${due.rule}，延长（行政许可法 42）`, period });
}

/** The first of two ends: the second one where both are the same, or neither is known. */
function earlier(one: Deadline | null, other: Deadline): Deadline {
  const [first, second] = [one?.dueAt ?? null, other.dueAt];
  return one !== null && first !== null && (second === null || first < second) ? one : other;
}

/** What a promise is counted by beside the terms of its item. */
interface Promising {
  readonly decision: Deadline | null;
  readonly counted: Counted;
  /** Holds where neither item nor law sets a limit. */
  readonly withoutLimit: Period;
  /** When the centre closes; absent for what is not immediate, and in older clocks, which end with the day. */
  readonly closes?: string;
}

/**
 * The promise: an immediate item ends when the centre closes on the first open day (002:35, A10), any other with the
 * item's committed limit, but never after the law's own end: a longer promise gives way to it. Nothing is handled
 * without a limit (000:13): where neither item nor law sets one, the local rule does.
 */
function committedDeadline(terms: ItemTerms, promising: Promising): Deadline | null {
  const { decision, counted, withoutLimit: period, closes } = promising;
  if (terms.handlingMode === 'IMMEDIATE') {
    return closes === undefined
      ? deadline({ ...counted, rule: IMMEDIATE_RULE, period: working(0) })
      : atClosing({ ...counted, rule: IMMEDIATE_RULE, closes });
  }
  if (!terms.committedLimit) {
    return decision
      ? null
      : deadline({ ...counted, rule: '默认办结时限(本地规则; 000:13)', period });
  }
  const promised = deadline({ ...counted, rule: '承诺时限', period: terms.committedLimit });
  const longer =
    (decision?.dueAt ?? null) !== null && (promised.dueAt ?? '') > (decision?.dueAt ?? '');
  return longer ? decision : promised;
}

const IMMEDIATE_RULE = '即办件当日办结';
