import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphAnswer } from '../subrequests/read-answer.ts';
import type { AnswerObject } from './answer-object.ts';
import type { Conditions } from './conditions.ts';
import type { SharedObjects } from './shared-objects.ts';

/** Sends one subrequest to a subgraph, its body written out. */
export type SendSubrequest = (
  subrequest: { readonly service: string; readonly body: string; readonly isQuery: boolean },
  context: RequestContext,
) => Promise<SubgraphAnswer>;

/** One execution of a plan. */
export interface PlanRun {
  /** What the subgraphs told so far. */
  readonly data: AnswerObject;
  readonly errors: GraphQLError[];
  /** Undefined until there is one. */
  shared: SharedObjects | undefined;
  /** Entities that a subgraph was not asked about, for want of a key, or knows nothing of. Undefined until there is one. */
  unknown: Set<object> | undefined;
  /** Whether no answer so far had anything escaped in it. */
  isPlain: boolean;
  /** As the caller gave them: subgraphs coerce their own. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly conditions: Conditions;
  readonly context: RequestContext;
  readonly send: SendSubrequest;
}

/** What a run begins with. */
export const beginRun = (
  request: Omit<PlanRun, 'data' | 'errors' | 'isPlain' | 'shared' | 'unknown'>,
): PlanRun => ({
  ...request,
  data: {},
  errors: [],
  shared: undefined,
  unknown: undefined,
  isPlain: true,
});

/** Notes that not all of an entity can be told. */
export function noteUnknown(run: Pick<PlanRun, 'unknown'>, entity: object): void {
  (run.unknown ??= new Set()).add(entity);
}

/** To be told of each answer before its data becomes the run's. */
export function noteAnswer(run: PlanRun, answer: SubgraphAnswer): SubgraphAnswer {
  if (answer.isPlain !== true) run.isPlain = false;
  return answer;
}

/** A node of a plan, compiled: puts what it fetches into the run's data and errors; never rejects. */
export type RunNode = (run: PlanRun) => Promise<void>;

/** When all of them have ended; mostly it is one. */
export function allOf(ends: readonly Promise<void>[]): Promise<void> {
  const [first] = ends;
  if (first !== undefined && ends.length === 1) return first;
  return Promise.all(ends).then(() => undefined);
}
