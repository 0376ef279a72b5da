import type { Answer } from './alert/domain/alert.ts';

/** Another service's entity by its key, null where there is none. */
export const stub = (id: string | null) => (id === null ? null : { id });

/** Who answered in which words. */
export const answerOf = (answer: Answer | null) => answer && { ...answer, by: { id: answer.by } };
