import type { QueryPlan } from '@apollo/query-planner';
import { createInTurn } from '@onewindow/runtime';
import { parse, type GraphQLError } from 'graphql';
import type { SupergraphPlanner } from '../execution/supergraph-planner.ts';
import type { Asker } from './text-turns.ts';
import type { ValidateText } from './validate-text.ts';

/** What is dear about a text that nobody sent before. Both reject when it could not be done. */
export interface TextWork {
  /** What is wrong with a text that can be parsed, as callers are told it; nothing when it is a valid document. */
  readonly validate: (text: string, asker?: Asker) => Promise<readonly GraphQLError[]>;
  /** Of a valid text: the plan of what `SupergraphPlanner.prepare` makes of it. */
  readonly plan: (
    text: string,
    operationName: string | undefined,
    asker?: Asker,
  ) => Promise<QueryPlan>;
}

/** In this thread, one text at a time: between two of them all goes on that can. */
export function createWorkHere(planner: () => SupergraphPlanner, validate: ValidateText): TextWork {
  const inTurn = oneAtATime();
  return {
    validate: (text) => inTurn(() => validate(text)),
    plan: (text, operationName) => inTurn(() => planText(planner(), text, operationName)),
  };
}

/** The planning alone. */
export function createPlanHere(planner: SupergraphPlanner): TextWork['plan'] {
  const inTurn = oneAtATime();
  return (text, operationName) => inTurn(() => planText(planner, text, operationName));
}

export function planText(
  planner: SupergraphPlanner,
  text: string,
  operationName: string | undefined,
): QueryPlan {
  return planner.plan(parse(text, { noLocation: true }), operationName).plan;
}

function oneAtATime() {
  const inTurn = createInTurn(1);
  return <Result>(work: () => Result): Promise<Result> =>
    inTurn(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return work();
    });
}
