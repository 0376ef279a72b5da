import type { Deadline } from '@onewindow/calendar';
import type { RequestContext } from '../context.ts';
import type { CaseView } from './case.kind.ts';
import type { CaseClock, CountedClock } from './domain/case.ts';
import type { CaseEvent } from './domain/case-events.ts';
import { countedAgain, isOf } from './domain/counted-again.ts';
import type { CaseDeadlineMapper } from './schema.mappers.ts';

/** The clocks of a case, each with what its days are counted by. */
export const clocksOf = ({
  id: caseId,
  clocks,
  region,
  specialTimes,
}: CaseView): readonly CaseDeadlineMapper[] =>
  clocks.map((clock) => ({ ...clock, caseId, region, specialTimes }));

/**
 * A clock's deadline with every day on the way. Where another calendar holds by now, it is as it was told when the
 * clock was counted: that stands in the journal.
 */
export async function withDays(
  { caseId, region, specialTimes, ...clock }: CaseDeadlineMapper,
  { calendarOf, histories, caller }: Pick<RequestContext, 'calendarOf' | 'histories' | 'caller'>,
): Promise<Deadline> {
  const counted = countedAgain(clock, specialTimes, calendarOf(region, caller.at));
  if (isOf(clock, counted)) return counted;
  const history = await histories.load(caseId);
  const told = history.flatMap(({ event }) => clocksIn(event)).filter(isCounted);
  return told.findLast((one) => isSame(one, clock))?.deadline ?? counted;
}

/** The clocks that an event tells: those that were counted just then have their days. */
function clocksIn(event: CaseEvent): readonly CaseClock[] {
  if ('clock' in event && typeof event.clock === 'object') return [event.clock];
  return 'clocks' in event ? event.clocks : [];
}

const isCounted = (clock: CaseClock): clock is CountedClock => 'ledger' in clock.deadline;
const isSame = (one: CaseClock, other: CaseClock): boolean =>
  one.clock === other.clock &&
  one.deadline.dueAt === other.deadline.dueAt &&
  one.deadline.startedAt === other.deadline.startedAt;
