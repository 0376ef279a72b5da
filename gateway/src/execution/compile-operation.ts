import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { wordedError } from '@onewindow/subgraph';
import { createBoundedCache } from './bounded-cache.ts';
import { compileObject } from './complete-fields.ts';
import { compilePlan } from './compile-plan.ts';
import { conditionVariables, readConditions, type Conditions } from './conditions.ts';
import { introspect } from './introspection.ts';
import type { RunNode } from './plan-run.ts';
import type {
  PlannedOperation,
  PreparedOperation,
  SupergraphPlanner,
} from './supergraph-planner.ts';
import { createTypeConditions } from './type-conditions.ts';
import type { CompleteValue } from './value-completion.ts';

/** How many combinations of conditions one operation's shape is kept for. */
const SHAPES = 32;

/** An operation, compiled once for all its requests. */
export interface CompiledOperation {
  /** Undefined when no subgraph need be asked. */
  readonly run: RunNode | undefined;
  /** What `@skip` and `@include` depend on, of variables that are coerced. */
  conditionsOf(values: Readonly<Record<string, unknown>>): Conditions;
  /** What makes the answer of the subgraphs' data under these conditions. */
  shape(conditions: Conditions): CompleteValue;
}

export function compileOperation(
  planner: SupergraphPlanner,
  planned: PlannedOperation,
  operationName: string | undefined,
): CompiledOperation {
  const { plan, responseNames } = planned;
  return {
    run: compilePlan(plan, { ...planner, responseNames }),
    ...compileAnswer(planner, planned, operationName),
  };
}

/** What of an operation is the same wherever its data comes from: variables, and the shape of the answer. */
export function compileAnswer(
  planner: SupergraphPlanner,
  { document, responseNames }: PreparedOperation,
  operationName: string | undefined,
): Omit<CompiledOperation, 'run'> {
  const operation = operationOf(document, operationName);
  const names = conditionVariables(document);
  const mostShapes = mostShapesOf(document);
  // What a shape holds is counted with its operation.
  const shapes = createBoundedCache<CompleteValue>({
    ...{ entries: mostShapes, bytes: Infinity },
    bytesOf: () => 0,
  });
  const compileShape = createShapeCompiler({ planner, document, operation, responseNames });
  return {
    conditionsOf: (values) => readConditions(names, values),
    shape: (conditions) =>
      shapes.get([...conditions.values()].join(), () => compileShape(conditions)),
  };
}

/** How many shapes are kept for an operation's conditions, at most. */
export const mostShapesOf = (document: DocumentNode): number =>
  Math.min(SHAPES, 2 ** conditionVariables(document).length);

function createShapeCompiler(options: {
  readonly planner: SupergraphPlanner;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly responseNames: ReadonlyMap<string, string>;
}): (conditions: Conditions) => CompleteValue {
  const { planner, document, operation, responseNames } = options;
  const { schema } = planner;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new GraphQLError(`There is no ${operation.operation} here.`);
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map((node) => [node.name.value, node]));
  const applies = createTypeConditions(schema);
  const { selectionSet, variableDefinitions = [] } = operation;
  return (conditions) =>
    compileObject(
      {
        schema,
        applies,
        fragments,
        conditions,
        responseNames,
        introspect: (field, variables) =>
          introspect(field, { schema, fragments: definitions, variableDefinitions, variables }),
      },
      root,
      [{ type: root, selectionSet }],
    );
}

/** Throws when it is not told which one is meant. */
export function operationOf(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  throw wordedError('OPERATION_RESOLUTION_FAILURE', {
    en: 'Which operation is meant is not told, or there is none of that name.',
    zh: '未指明要执行的操作，或没有该名称的操作。',
  });
}
