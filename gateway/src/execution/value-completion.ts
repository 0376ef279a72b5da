import { GraphQLError } from 'graphql';
import type { PlanRun } from './plan-run.ts';
import type { SharedObjects } from './shared-objects.ts';

/** How many faults of one answer are told: a list of a million may have a million of them. */
const MOST = 100;

/** What completing one answer needs to know and finds out. */
export interface Completion {
  /** The request's, coerced: introspection has arguments too. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where in the answer we are. */
  readonly path: (string | number)[];
  /** A null where none may be, a value that is not of its type: for `extensions.valueCompletion`. */
  readonly faults: GraphQLError[];
  /** What can't be answered at all: for `errors`. */
  readonly errors: GraphQLError[];
  readonly shared: SharedObjects | undefined;
  /** Whether all strings are JSON as they are. */
  readonly isPlain: boolean;
}

export function createCompletion(
  variables: Completion['variables'],
  { shared, isPlain }: Pick<PlanRun, 'shared' | 'isPlain'>,
): Completion {
  return { variables, path: [], faults: [], errors: [], shared, isPlain };
}

export function addFault({ path, faults }: Completion, message: string): void {
  if (faults.length >= MOST) return;
  faults.push(
    new GraphQLError(message, { path: [...path], extensions: { code: 'INVALID_GRAPHQL' } }),
  );
}

export function addError({ path, errors }: Completion, message: string): void {
  if (errors.length >= MOST) return;
  errors.push(
    new GraphQLError(message, { path: [...path], extensions: { code: 'SUBREQUEST_INVALID' } }),
  );
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
