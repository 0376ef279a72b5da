import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import { toGraphqlError } from './error-location.ts';
import type { PlanRun, SendSubrequest } from './plan-run.ts';
import { PrintedData } from './printed-data.ts';
import type { SupergraphPlanner } from './supergraph-planner.ts';
import { createCompletion } from './value-completion.ts';

/** How many operations are kept planned and compiled. */
const OPERATIONS = 1_000;

/** Executes operations by Apollo's plans: the gateway's own way, in place of `executeQueryPlan`. */
export function createExecutor(planner: SupergraphPlanner, send: SendSubrequest): GatewayExecutor {
  const operations = createBoundedCache<CompiledOperation>(OPERATIONS);
  return async ({ request, document, queryHash, context }) => {
    try {
      const operation = operations.get(`${queryHash} ${request.operationName ?? ''}`, () =>
        compileOperation(planner, document, request.operationName),
      );
      const variables = request.variables ?? {};
      return await execute(operation, { variables, send, context: context as RequestContext });
    } catch (error) {
      return { errors: [toGraphqlError(error)] };
    }
  };
}

async function execute(
  operation: CompiledOperation,
  request: Pick<PlanRun, 'context' | 'send' | 'variables'>,
): Promise<ExecutionResult> {
  const { errors: refusals, values, conditions } = operation.coerce(request.variables);
  if (refusals.length > 0) return { errors: refusals };
  const run: PlanRun = { ...request, conditions, data: {}, errors: [] };
  await operation.run?.(run);
  const completion = createCompletion(values);
  const completed = operation.shape(conditions)(run.data, completion);
  const data = typeof completed === 'string' ? asData(completed) : null;
  const errors: readonly GraphQLError[] = [...run.errors, ...completion.errors];
  if (errors.length > 0) return { errors, data };
  const { faults } = completion;
  return faults.length > 0 ? { data, extensions: { valueCompletion: faults } } : { data };
}

/** Apollo Server asks for an object, and hands it on to `stringifyResult` untouched. */
const asData = (text: string) => new PrintedData(text) as unknown as Record<string, unknown>;
