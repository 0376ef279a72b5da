import type { AnswerObject } from './answer-object.ts';

/** An object's text, as these writers wrote it without a fault. */
export interface WrittenObject {
  readonly writers: unknown;
  readonly text: string;
}

/** Objects that stand at several places of one answer: fetched once, and written once. */
export type SharedObjects = Map<AnswerObject, WrittenObject | undefined>;
