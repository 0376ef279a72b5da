import { deadlineExceeded, limitError, wordedError, type Words } from '@onewindow/subgraph';
import type { GraphQLError } from 'graphql';
import type { PlanRun, UnknownBecause } from './plan-run.ts';
import type { SharedObjects } from './shared-objects.ts';

/** How many faults of one answer are told: a list of a million may have a million of them. */
const MOST = 100;

/** What completing one answer needs to know and finds out. */
export interface Completion {
  /** The request's, coerced: introspection has arguments too. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where in the answer we are. */
  readonly path: (string | number)[];
  /** What is null though it may not be, or though a subgraph told something, or told nothing at all. */
  readonly faults: GraphQLError[];
  /** What can't be answered at all: for `errors`. */
  readonly errors: GraphQLError[];
  readonly shared: SharedObjects | undefined;
  /** Objects that some subgraph was not asked about or knows nothing of: their fields may be missing. */
  readonly unknown: ReadonlyMap<object, UnknownBecause> | undefined;
  /** Whether all strings are JSON as they are. */
  readonly isPlain: boolean;
  readonly bounds: AnswerBounds;
  /** How many rows may be written before the time is looked at again. */
  rowsLeft: number;
}

/** What writing an answer may take. */
export interface AnswerBounds {
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** What time it is, in milliseconds since 1970. */
  readonly now: () => number;
  /** Its characters, at most. */
  readonly size: number;
}

/** How many rows are written between two looks at the clock. */
export const ROWS = 1_024;

/** To be called when no `rowsLeft` are left. Throws when the time for the request is over. */
export function keepTime(completion: Completion): void {
  const { deadline, now } = completion.bounds;
  completion.rowsLeft = ROWS;
  if (deadline <= now()) throw deadlineExceeded();
}

/** Throws: an answer has more than `size` characters. */
export function refuseSize(size: number): never {
  throw limitError('ANSWER_LIMIT', { limit: size });
}

export function createCompletion(
  variables: Completion['variables'],
  run: Pick<PlanRun, 'answerSize' | 'context' | 'isPlain' | 'shared' | 'unknown'>,
  now: () => number = Date.now,
): Completion {
  const { shared, unknown, isPlain } = run;
  const bounds = { deadline: run.context.deadline.getTime(), now, size: run.answerSize };
  return {
    ...{ variables, path: [], faults: [], errors: [], shared, unknown, isPlain, bounds },
    rowsLeft: ROWS,
  };
}

export function addFault({ path, faults }: Completion, words: Words): void {
  if (faults.length >= MOST) return;
  // Of what nobody told it is said already that it may not be null.
  if (isSamePlace(faults.at(-1)?.path, path)) return;
  faults.push(invalid(path, words));
}

function isSamePlace(one: GraphQLError['path'], other: readonly (string | number)[]): boolean {
  return one?.length === other.length && other.every((key, at) => one[at] === key);
}

export function addError({ path, errors }: Completion, words: Words): void {
  if (errors.length >= MOST) return;
  errors.push(invalid(path, words));
}

const invalid = (path: Completion['path'], words: Words): GraphQLError =>
  wordedError('SUBREQUEST_INVALID', words, { path: [...path] });

/** All errors of an answer: those that were told, and of each other null that something must be said of. */
export function errorsOf(
  { errors, faults }: Completion,
  told: readonly GraphQLError[],
): readonly GraphQLError[] {
  if (faults.length === 0) return errors.length === 0 ? told : [...told, ...errors];
  const known = [...told, ...errors];
  return [...known, ...faults.filter(({ path = [] }) => !known.some((it) => explains(it, path)))];
}

/** An error without a path is of all that its subgraph was asked for; one above or below is of the same null. */
function explains({ path }: GraphQLError, place: readonly (string | number)[]): boolean {
  return path === undefined || path.every((key, at) => at >= place.length || place[at] === key);
}

/** In place of a value: null, and why is told already. */
export const FAULTY = Symbol('faulty');
/** In place of a value: null where none may be, so the parent is null. */
export const BUBBLING = Symbol('bubbling');

/** A value as JSON, null when it is null and may be, or why there is none. */
export type Completed = string | null | typeof FAULTY | typeof BUBBLING;

/** Writes the value that callers get. */
export type CompleteValue = (value: unknown, completion: Completion) => Completed;

/** What stands in an answer for a value that may be null. */
export const printed = (completed: Exclude<Completed, typeof BUBBLING>): string =>
  typeof completed === 'string' ? completed : 'null';
