import type { Deadline } from '@onewindow/calendar';

export type AnswerDeadlineMapper = Deadline;
