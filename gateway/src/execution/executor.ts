import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import {
  getOperationAST,
  parse,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { parseLanguage, variableErrors } from '@onewindow/subgraph';
import { rootFieldsOf } from '../rates/root-fields.ts';
import type { RequestContext } from '../request-context.ts';
import { createBoundedCache } from './bounded-cache.ts';
import {
  compileOperation,
  type CoercedVariables,
  type CompiledOperation,
} from './compile-operation.ts';
import { toGraphqlError } from './error-location.ts';
import { createOperationTexts } from './operation-texts.ts';
import { beginRun, type PlanRun, type SendSubrequest } from './plan-run.ts';
import { PrintedData } from './printed-data.ts';
import type { SupergraphPlanner } from './supergraph-planner.ts';
import { createCompletion, errorsOf } from './value-completion.ts';

/** How many operations are kept planned and compiled, and how many bytes of them. */
const OPERATIONS = 4_000;
const BYTES = 64 * 1_024 * 1_024;

/** An operation as a caller sends it. */
export interface AskedOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation that was parsed, validated and planned before; running it answers what is wrong with its variables too. */
export interface KnownOperation {
  readonly definition: OperationDefinitionNode;
  /** By coordinate, see `rootFieldsOf`. */
  readonly rootFields: readonly string[];
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
  readonly rootFields: readonly string[];
}

/** Executes operations by Apollo's plans: the gateway's own way, in place of `executeQueryPlan`. */
export function createExecutor(planner: SupergraphPlanner, send: SendSubrequest): Executor {
  const texts = createOperationTexts();
  const operations = createBoundedCache<Kept>({
    ...{ entries: OPERATIONS, bytes: BYTES },
    bytesOf: bytesOfOperation,
  });
  // By what it says, and from that alone: the caller's own text, comments included, is held by nothing.
  const compile = (text: string, operationName: string | undefined): Kept => {
    const document = parse(text, { noLocation: true });
    const definition = getOperationAST(document, operationName) ?? undefined;
    const rootFields = definition ? rootFieldsOf(document, definition) : [];
    return { ...compileOperation(planner, document, operationName), definition, rootFields };
  };
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
    execute: ({ request, source, context }) => {
      const { operationName, variables = {} } = request;
      const find = () => {
        const text = texts.learn(source);
        return operations.get(keyOf(text, operationName), () => compile(text, operationName));
      };
      return answer(find, variables, context as RequestContext);
    },
    find: ({ query, operationName, variables }) => {
      const text = texts.find(query);
      const operation =
        text === undefined ? undefined : operations.find(keyOf(text, operationName));
      if (operation?.definition === undefined) return undefined;
      const { definition, rootFields } = operation;
      return {
        definition,
        rootFields,
        run: (context) => answer(() => operation, variables, context),
      };
    },
  };
}

/** Measured at the operations of our explorer: 20 KB and 50 bytes for each character, with one shape. */
const bytesOfOperation = (text: string, { mostShapes }: Kept): number =>
  20_000 + 50 * text.length * (1 + mostShapes);

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
  const errors = errorsOf(completion, run.errors);
  return errors.length > 0 ? { errors, data } : { data };
}

/** Apollo Server asks for an object, and hands it on to `stringifyResult` untouched. */
const asData = (text: string) => new PrintedData(text) as unknown as Record<string, unknown>;
