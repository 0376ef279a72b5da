import type { QueryPlan } from '@apollo/query-planner';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { createSupergraphPlanner } from '../../src/execution/supergraph-planner.ts';
import {
  executorOf,
  queryHashOf,
  sendTo,
  stockExecutor,
  type Asked,
  type Execute,
} from '../executors.ts';
import { isAnswerObject } from '../../src/execution/answer-object.ts';
import { createExecutor } from '../../src/execution/executor.ts';
import { composeLocal, type AnswerSubrequest, type LocalSubgraphs } from '../local-subgraphs.ts';
import type { Fault } from './faults.ts';
import { serveGenerated } from './generated-answers.ts';
import { createMergedExecutor } from './merged-schema.ts';
import { generateSubgraphs } from './generated-subgraphs.ts';

export interface TwoExecutors {
  readonly schema: GraphQLSchema;
  readonly own: Execute;
  readonly stock: Execute;
  /** graphql-js over one schema, where nothing goes wrong. */
  readonly truth: Execute;
  /** What goes wrong from now on. */
  setFaults(faults: readonly Fault[]): void;
  isValid(asked: Asked): boolean;
}

/** Both executors over the supergraph of a seed. */
export function createTwoExecutors(seed: number): Promise<TwoExecutors> {
  const subgraphs = generateSubgraphs(seed);
  const parts = Object.entries(subgraphs).map(([name, sdl]) => [name, { sdl, resolvers: {} }]);
  return createTwoExecutorsOver(
    composeLocal(Object.fromEntries(parts) as LocalSubgraphs),
    subgraphs,
  );
}

/** Both executors over a supergraph, and over its subgraphs' SDL by name. */
export async function createTwoExecutorsOver(
  sdl: string,
  subgraphs: Readonly<Record<string, string>>,
): Promise<TwoExecutors> {
  let faults: readonly Fault[] = [];
  const answer = serveGenerated(subgraphs, () => faults);
  const planner = createSupergraphPlanner(sdl);
  const { schema } = planner;
  // Planning is what takes long, and is the same: one plan is executed twice.
  const plans = new Map<string, QueryPlan>();
  let query = '';
  const plan: typeof planner.plan = (document, operationName) => {
    const planned = planner.plan(document, operationName);
    if (planned.responseNames.size === 0) plans.set(queryHashOf(query), planned.plan);
    return planned;
  };
  const own = executorOf(createExecutor({ ...planner, plan }, sendTo(answer)).execute);
  return {
    schema,
    own: (asked) => {
      query = asked.query;
      return own(asked);
    },
    stock: await stockExecutor(sdl, withoutWiderTypes(answer), (queryHash) => plans.get(queryHash)),
    truth: createMergedExecutor(schema, subgraphs, () => []),
    setFaults: (next) => {
      faults = next;
    },
    isValid: ({ query }) => validate(schema, parse(query)).length === 0,
  };
}

/**
 * Where an interface is an object to a subgraph, the stock executor forgets which of its types an
 * entity is when that subgraph says `Media` of it. We compare the rest.
 */
function withoutWiderTypes(answer: AnswerSubrequest): AnswerSubrequest {
  return async (subrequest) => {
    const answered = await answer(subrequest);
    const entities = answered.data?.['_entities'];
    for (const entity of Array.isArray(entities) ? (entities as unknown[]) : []) {
      if (isAnswerObject(entity) && entity['__typename'] === 'Media') delete entity['__typename'];
    }
    return answered;
  };
}
