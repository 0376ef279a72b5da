import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphAnswer } from '../subrequests/read-answer.ts';
import type { AnswerObject } from './answer-object.ts';
import type { Conditions } from './conditions.ts';

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
  /** As the caller gave them: subgraphs coerce their own. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly conditions: Conditions;
  readonly context: RequestContext;
  readonly send: SendSubrequest;
}

/** A node of a plan, compiled: puts what it fetches into the run's data and errors; never rejects. */
export type RunNode = (run: PlanRun) => Promise<void>;
