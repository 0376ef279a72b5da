import { remaining } from '@onewindow/calendar';
import { clockState } from '../../../domain/clocks.ts';
import type { CaseDeadlineResolvers } from './../../types.generated.ts';

export const CaseDeadline: CaseDeadlineResolvers = {
  state: (clock) => clockState(clock),
  rule: ({ deadline }) => deadline.rule,
  startedAt: ({ deadline }) => deadline.startedAt,
  periodDays: ({ deadline }) => deadline.period.value,
  periodUnit: ({ deadline }) => deadline.period.unit,
  dueAt: ({ deadline }) => deadline.dueAt,
  provisional: ({ deadline }) => deadline.provisional,
  calendarVersion: ({ deadline }) => deadline.calendarVersion,
  remainingDays: ({ deadline, ended, region }, _, { calendarOf, caller }) =>
    ended ? null : remaining(deadline, calendarOf(region), caller.at),
  endedAt: ({ ended }) => ended?.at ?? null,
  ledger: ({ deadline }) => deadline.ledger,
};
