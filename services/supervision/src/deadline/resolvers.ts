import type { AnswerDeadlineResolvers } from '../graphql/types.generated.ts';
import { certain } from '../domain/certain-deadline.ts';
import { daysOf } from './days-of-a-deadline.ts';

export const AnswerDeadline: AnswerDeadlineResolvers = {
  periodDays: ({ period }) => period.value,
  periodUnit: ({ period }) => period.unit,
  dueAt: (deadline) => certain(deadline).dueAt,
  ledger: (deadline, _, { calendarOf, caller }) =>
    daysOf(deadline, calendarOf(deadline.region, caller.at)),
};
