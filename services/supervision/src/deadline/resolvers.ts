import type { AnswerDeadlineResolvers } from '../graphql/types.generated.ts';
import { certain } from '../domain/certain-deadline.ts';

export const AnswerDeadline: AnswerDeadlineResolvers = {
  periodDays: ({ period }) => period.value,
  periodUnit: ({ period }) => period.unit,
  dueAt: (deadline) => certain(deadline).dueAt,
};
