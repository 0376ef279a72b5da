import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import {
  GraphQLError,
  OperationTypeNode,
  parse,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { createPlanHere, type TextWork } from '../planning/text-work.ts';
import { rootFieldsOf } from '../rates/root-fields.ts';
import { tooMuchCost } from '../rates/too-many-error.ts';
import type { RequestContext } from '../request-context.ts';
import { createBoundedCache } from './bounded-cache.ts';
import {
  compileOperation,
  mostShapesOf,
  operationOf,
  type CompiledOperation,
} from './compile-operation.ts';
import { toGraphqlError } from './error-location.ts';
import { refuseEndlessSelections } from './fragment-cycles.ts';
import { createOperationReader, type OperationReader } from './operation-reader.ts';
import { createOperationTexts } from './operation-texts.ts';
import { ANSWER_SIZE, beginRun, type PlanRun, type SendSubrequest } from './plan-run.ts';
import { PrintedData } from './printed-data.ts';
import type { SupergraphPlanner } from './supergraph-planner.ts';
import { createCompletion, errorsOf, refuseSize, type Completed } from './value-completion.ts';

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
   * An operation that came by `execute` before and was planned: it need not go through Apollo Server again. Undefined for all
   * others, which only Apollo Server may refuse.
   */
  find(asked: AskedOperation): KnownOperation | undefined;
  /**
   * An operation of a text that is valid and `says` this, see `ReadText`; it is planned when it runs. Undefined of what
   * is no query or mutation, or not told: that Apollo Server refuses.
   */
  take(asked: AskedOperation, says: string): KnownOperation | undefined;
}

interface Kept {
  readonly operation: OperationDefinitionNode;
  readonly rootFields: readonly string[];
  readonly mostShapes: number;
  readonly reader: OperationReader;
  /** Planned when it is first run: what costs too much is never planned. */
  compile(context: RequestContext): Promise<CompiledOperation>;
  /** Undefined until it is planned. */
  found(): CompiledOperation | undefined;
}

export interface ExecutorOptions {
  /** The most that an operation may cost; there is no bound without it. */
  readonly cost?: number;
  /** The most characters of an answer. */
  readonly answerSize?: number;
  /** Who plans; this thread without it. */
  readonly plan?: TextWork['plan'];
}

/** Executes operations by Apollo's plans: the gateway's own way, in place of `executeQueryPlan`. */
export function createExecutor(
  planner: SupergraphPlanner,
  send: SendSubrequest,
  {
    cost = Infinity,
    answerSize = ANSWER_SIZE,
    plan = createPlanHere(planner),
  }: ExecutorOptions = {},
): Executor {
  const texts = createOperationTexts();
  const operations = createBoundedCache<Kept>({
    ...{ entries: OPERATIONS, bytes: BYTES },
    bytesOf: bytesOfOperation,
  });
  // By what it says, and from that alone: the caller's own text, comments included, is held by nothing.
  const prepare = (text: string, operationName: string | undefined): Kept => {
    const document = parse(text, { noLocation: true });
    refuseEndlessSelections(document);
    const operation = operationOf(document, operationName);
    let compiled: CompiledOperation | undefined;
    let compiling: Promise<CompiledOperation> | undefined;
    const compile = async (context: RequestContext): Promise<CompiledOperation> => {
      const planned = {
        ...planner.prepare(document),
        plan: await plan(text, operationName, context),
      };
      return (compiled = compileOperation(planner, planned, operationName));
    };
    return {
      operation,
      rootFields: rootFieldsOf(document, operation),
      mostShapes: mostShapesOf(document),
      reader: createOperationReader(planner, { document, operation }, cost),
      found: () => compiled,
      // Who asks for it meanwhile waits for the same; what has failed is tried again by the next one.
      compile: (context) =>
        (compiling ??= compile(context).finally(() => {
          compiling = undefined;
        })),
    };
  };
  const answer = async (
    find: () => Kept,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<ExecutionResult> => {
    try {
      const kept = find();
      const read = kept.reader.read(variables);
      if (!read.ok) return { errors: read.errors };
      const tooMuch = context.takeCost && (await tooMuchCost(context, read.cost));
      if (tooMuch) return { errors: [tooMuch] };
      const compiled = kept.found() ?? (await kept.compile(context));
      const conditions = compiled.conditionsOf(read.values);
      const run = beginRun({ variables, send, context, conditions, answerSize });
      const result = await execute(compiled, read.values, run);
      return context.tellsCost === true ? withCost(result, kept.reader, read.cost) : result;
    } catch (error) {
      return { errors: [toGraphqlError(error)] };
    }
  };
  const known = (kept: Kept, variables: Readonly<Record<string, unknown>>): KnownOperation => ({
    definition: kept.operation,
    rootFields: kept.rootFields,
    run: (context) => answer(() => kept, variables, context),
  });
  return {
    execute: ({ request, source, context }) => {
      const { operationName, variables = {} } = request;
      const find = () => {
        const text = texts.learn(source);
        return operations.get(keyOf(text, operationName), () => prepare(text, operationName));
      };
      return answer(find, variables, context as RequestContext);
    },
    find: ({ query, operationName, variables }) => {
      const text = texts.find(query);
      const kept = text === undefined ? undefined : operations.find(keyOf(text, operationName));
      // What was never planned costs as much as what is new.
      return kept?.found() === undefined ? undefined : known(kept, variables);
    },
    take: ({ query, operationName, variables }, says) => {
      const text = texts.learn(query, says);
      try {
        const kept = operations.get(keyOf(text, operationName), () => prepare(text, operationName));
        const isSubscription = kept.operation.operation === OperationTypeNode.SUBSCRIPTION;
        return isSubscription ? undefined : known(kept, variables);
      } catch (error) {
        if (error instanceof GraphQLError) return undefined;
        throw error;
      }
    },
  };
}

/** Measured at the operations of our explorer: 20 KB and 50 bytes for each character, with one shape. */
const bytesOfOperation = (text: string, { mostShapes }: Kept): number =>
  20_000 + 50 * text.length * (1 + mostShapes);

const keyOf = (query: string, operationName: string | undefined): string =>
  operationName === undefined ? query : `${operationName}\n${query}`;

async function execute(
  compiled: CompiledOperation,
  values: Readonly<Record<string, unknown>>,
  run: PlanRun,
): Promise<ExecutionResult> {
  await compiled.run?.(run);
  const completion = createCompletion(values, run);
  let completed: Completed;
  try {
    completed = compiled.shape(run.conditions)(run.data, completion);
    if (typeof completed === 'string' && completed.length > run.answerSize)
      refuseSize(run.answerSize);
  } catch (error) {
    // What was done stays done: a change has data, which can't be told.
    return { errors: [...run.errors, toGraphqlError(error)], data: null };
  }
  const data = typeof completed === 'string' ? asData(completed) : null;
  const errors = errorsOf(completion, run.errors);
  return errors.length > 0 ? { errors, data } : { data };
}

/** Staff who ask for it are told what an operation was taken to cost, and what it did cost. */
function withCost(
  result: ExecutionResult,
  { cost }: OperationReader,
  estimated: number,
): ExecutionResult {
  const data: unknown = result.data instanceof PrintedData ? result.data.toJSON() : result.data;
  const told = { estimated, actual: cost.actual(data) };
  return { ...result, extensions: { ...result.extensions, cost: told } };
}

/** Apollo Server asks for an object, and hands it on to `stringifyResult` untouched. */
const asData = (text: string) => new PrintedData(text) as unknown as Record<string, unknown>;
