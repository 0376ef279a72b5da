import type { QueryPlan } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { SupergraphPlanner } from '../execution/supergraph-planner.ts';
import type { ReadText, TextReader } from './text-reader.ts';
import { createTextTurns, type Asker } from './text-turns.ts';

/** What is dear about a text that nobody sent before. Both reject when it could not be done. */
export interface TextWork {
  /** Parses and validates it. */
  readonly read: (text: string, asker?: Asker) => Promise<ReadText>;
  /** Of a valid text: the plan of what `SupergraphPlanner.prepare` makes of it. */
  readonly plan: (
    text: string,
    operationName: string | undefined,
    asker?: Asker,
  ) => Promise<QueryPlan>;
}

/** In this thread, one text at a time: between two of them all goes on that can. */
export function createWorkHere(planner: () => SupergraphPlanner, read: TextReader): TextWork {
  const inTurn = oneAtATime();
  return {
    read: (text, asker) => inTurn(asker, () => read(text)),
    plan: (text, operationName, asker) =>
      inTurn(asker, () => planText(planner(), text, operationName)),
  };
}

/** The planning alone. */
export function createPlanHere(planner: SupergraphPlanner): TextWork['plan'] {
  const inTurn = oneAtATime();
  return (text, operationName, asker) =>
    inTurn(asker, () => planText(planner, text, operationName));
}

export function planText(
  planner: SupergraphPlanner,
  text: string,
  operationName: string | undefined,
): QueryPlan {
  return planner.plan(parse(text, { noLocation: true }), operationName).plan;
}

function oneAtATime() {
  const inTurn = createTextTurns();
  return <Result>(asker: Asker | undefined, work: () => Result): Promise<Result> =>
    inTurn(asker, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return work();
    });
}
