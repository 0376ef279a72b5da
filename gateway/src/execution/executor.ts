import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import {
  getOperationAST,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { parseLanguage, variableErrors } from '@onewindow/subgraph';
import type { RequestContext } from '../request-context.ts';
import { createBoundedCache } from './bounded-cache.ts';
import {
  compileOperation,
  type CoercedVariables,
  type CompiledOperation,
} from './compile-operation.ts';
import { toGraphqlError } from './error-location.ts';
import { beginRun, type PlanRun, type SendSubrequest } from './plan-run.ts';
import { PrintedData } from './printed-data.ts';
import type { SupergraphPlanner } from './supergraph-planner.ts';
import { createCompletion } from './value-completion.ts';

/** How many operations are kept planned and compiled. */
const OPERATIONS = 1_000;

/** An operation as a caller sends it. */
export interface AskedOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation that was parsed, validated and planned before; running it answers what is wrong with its variables too. */
export interface KnownOperation {
  readonly definition: OperationDefinitionNode;
  run(context: RequestContext): Promise<ExecutionResult>;
}

export interface Executor {
  /** What Apollo Server calls with what it has validated. */
  readonly execute: GatewayExecutor;
  /**
   * An operation that came by `execute` before: it need not go through Apollo Server again. Undefined for all
   * others, which only Apollo Server may refuse.
   */
  find(asked: AskedOperation): KnownOperation | undefined;
}

interface Kept extends CompiledOperation {
  readonly definition: OperationDefinitionNode | undefined;
}

/** Executes operations by Apollo's plans: the gateway's own way, in place of `executeQueryPlan`. */
export function createExecutor(planner: SupergraphPlanner, send: SendSubrequest): Executor {
  const operations = createBoundedCache<Kept>(OPERATIONS);
  const answer = async (
    find: () => CompiledOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<ExecutionResult> => {
    try {
      const operation = find();
      const coerced = operation.coerce(variables);
      if (coerced.faults.length > 0) {
        return { errors: variableErrors(coerced.faults, parseLanguage(context.acceptLanguage)) };
      }
      return await execute(operation, coerced, { variables, send, context });
    } catch (error) {
      return { errors: [toGraphqlError(error)] };
    }
  };
  return {
    execute: ({ request, document, source, context }) => {
      const { operationName, variables = {} } = request;
      const find = () =>
        operations.get(keyOf(source, operationName), () => ({
          ...compileOperation(planner, document, operationName),
          definition: getOperationAST(document, operationName) ?? undefined,
        }));
      return answer(find, variables, context as RequestContext);
    },
    find: ({ query, operationName, variables }) => {
      const operation = operations.find(keyOf(query, operationName));
      if (operation?.definition === undefined) return undefined;
      const { definition } = operation;
      return { definition, run: (context) => answer(() => operation, variables, context) };
    },
  };
}

const keyOf = (query: string, operationName: string | undefined): string =>
  operationName === undefined ? query : `${operationName}\n${query}`;

async function execute(
  operation: CompiledOperation,
  { values, conditions }: CoercedVariables,
  { variables, send, context }: Pick<PlanRun, 'context' | 'send' | 'variables'>,
): Promise<ExecutionResult> {
  const run = beginRun({ variables, send, context, conditions });
  await operation.run?.(run);
  const completion = createCompletion(values, run);
  const completed = operation.shape(conditions)(run.data, completion);
  const data = typeof completed === 'string' ? asData(completed) : null;
  const errors: readonly GraphQLError[] = [...run.errors, ...completion.errors];
  if (errors.length > 0) return { errors, data };
  const { faults } = completion;
  return faults.length > 0 ? { data, extensions: { valueCompletion: faults } } : { data };
}

/** Apollo Server asks for an object, and hands it on to `stringifyResult` untouched. */
const asData = (text: string) => new PrintedData(text) as unknown as Record<string, unknown>;
