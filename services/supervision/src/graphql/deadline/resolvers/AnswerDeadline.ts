import { certain } from '../../../complaint/domain/reply-deadline.ts';
import type { AnswerDeadlineResolvers } from './../../types.generated.ts';

export const AnswerDeadline: AnswerDeadlineResolvers = {
  periodDays: ({ period }) => period.value,
  periodUnit: ({ period }) => period.unit,
  dueAt: (deadline) => certain(deadline).dueAt,
};
