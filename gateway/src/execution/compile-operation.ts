import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { CoerceVariables, InputFault } from '@onewindow/subgraph';
import { createBoundedCache } from './bounded-cache.ts';
import { compileObject } from './complete-fields.ts';
import { compilePlan } from './compile-plan.ts';
import { conditionVariables, readConditions, type Conditions } from './conditions.ts';
import { refuseEndlessSelections } from './fragment-cycles.ts';
import { introspect } from './introspection.ts';
import type { RunNode } from './plan-run.ts';
import type { PlannedOperation, SupergraphPlanner } from './supergraph-planner.ts';
import { createTypeConditions } from './type-conditions.ts';
import type { CompleteValue } from './value-completion.ts';

/** How many combinations of conditions one operation's shape is kept for. */
const SHAPES = 32;

/** An operation, compiled once for all its requests. */
export interface CompiledOperation {
  /** How many shapes are kept for its conditions, at most. */
  readonly mostShapes: number;
  /** Undefined when no subgraph need be asked. */
  readonly run: RunNode | undefined;
  /** Coerced, for what the gateway itself reads of them: once for a request. */
  coerce(variables: Readonly<Record<string, unknown>>): CoercedVariables;
  /** What makes the answer of the subgraphs' data under these conditions. */
  shape(conditions: Conditions): CompleteValue;
}

export interface CoercedVariables {
  /** None when the values can be used. */
  readonly faults: readonly InputFault[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly conditions: Conditions;
}

export function compileOperation(
  planner: SupergraphPlanner,
  asked: DocumentNode,
  operationName: string | undefined,
): CompiledOperation {
  refuseEndlessSelections(asked);
  const planned = planner.plan(asked, operationName);
  const { plan, responseNames } = planned;
  return {
    run: compilePlan(plan, { ...planner, responseNames }),
    ...compileAnswer(planner, planned, operationName),
  };
}

/** What of an operation is the same wherever its data comes from: variables, and the shape of the answer. */
export function compileAnswer(
  planner: SupergraphPlanner,
  { document, responseNames }: Omit<PlannedOperation, 'plan'>,
  operationName: string | undefined,
): Omit<CompiledOperation, 'run'> {
  const operation = operationOf(document, operationName);
  const names = conditionVariables(document);
  const read = planner.variables.compile(document, operation);
  const mostShapes = Math.min(SHAPES, 2 ** names.length);
  // What a shape holds is counted with its operation.
  const shapes = createBoundedCache<CompleteValue>({
    ...{ entries: mostShapes, bytes: Infinity },
    bytesOf: () => 0,
  });
  const compileShape = createShapeCompiler({ planner, document, operation, responseNames });
  return {
    mostShapes,
    coerce: (variables) => coerce(read(variables), names),
    shape: (conditions) =>
      shapes.get([...conditions.values()].join(), () => compileShape(conditions)),
  };
}

function coerce(read: ReturnType<CoerceVariables>, names: readonly string[]): CoercedVariables {
  return read.ok
    ? { faults: [], values: read.values, conditions: readConditions(names, read.values) }
    : { faults: read.faults, values: {}, conditions: new Map() };
}

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

function operationOf(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  throw new GraphQLError('Which operation is meant is not told, or there is none of that name.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });
}
