import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import { compileAnswer, operationOf, type CompiledOperation } from './compile-operation.ts';
import { compilePlan } from './compile-plan.ts';
import { compileEntityQuery, fieldOfFetch } from './entity-query.ts';
import { inResponseNames, locateError } from './error-location.ts';
import { createOperationReader, type OperationReader } from './operation-reader.ts';
import { beginRun, type PlanRun } from './plan-run.ts';
import { compileRewrites } from './rewrites.ts';
import type { SupergraphPlanner } from './supergraph-planner.ts';
import { createCompletion, errorsOf } from './value-completion.ts';

/** A subscription, compiled once for all its events: each is told by asking for the entity that it is about. */
export interface CompiledSubscription
  extends Pick<CompiledOperation, 'conditionsOf'>, Pick<OperationReader, 'read'> {
  /** The field of `Subscription`, and the arguments that it is given. */
  readonly field: string;
  argumentsOf(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /**
   * What there is to tell of the entity of a representation, which is written out; undefined when there is none for
   * this viewer. Throws a `subrequestError` when nobody can say.
   */
  tell(run: SubscriptionRun, representation: string): Promise<Told | undefined>;
  /** A field of the entity, as text; undefined when there is no such entity for this viewer. */
  ask(run: SubscriptionRun, representation: string): Promise<string | undefined>;
}

export interface SubscriptionRun extends Pick<PlanRun, 'context' | 'send' | 'variables'> {
  readonly values: Readonly<Record<string, unknown>>;
  readonly conditions: PlanRun['conditions'];
}

export interface Told {
  /** Written out; null where nothing could be told. */
  readonly data: string | null;
  readonly errors: readonly GraphQLError[];
}

/** `subjectOf` names the field of a subscription's entity that `ask` asks for. */
export function compileSubscription(
  planner: SupergraphPlanner,
  asked: {
    readonly document: DocumentNode;
    readonly operationName: string | undefined;
    readonly plan: QueryPlan;
    readonly cost?: number;
  },
  subjectOf: (field: string) => string,
): CompiledSubscription {
  const { document, operationName, plan, cost = Infinity } = asked;
  const prepared = planner.prepare(document);
  const { node } = plan;
  if (node?.kind !== 'Subscription') throw new Error('The plan is none of a subscription.');
  const { primary, rest } = node;
  const { responseNames } = prepared;
  const { serviceName } = primary;
  const operation = operationOf(document, operationName);
  const reader = createOperationReader(planner, { document, operation }, cost);
  const answer = compileAnswer(planner, prepared, operationName);
  const asks = fieldOfFetch(primary);
  const key = asks.alias?.value ?? asks.name.value;
  const definition = planner.schema.getSubscriptionType()?.getFields()[asks.name.value];
  const type = definition && getNamedType(definition.type);
  if (definition === undefined || !isObjectType(type)) {
    throw new Error(`${asks.name.value} tells of no entity.`);
  }
  const queryOptions = { type: type.name, realNames: planner.realNames };
  const askEntity = compileEntityQuery(primary, queryOptions);
  const subject = subjectOf(asks.name.value);
  const askSubject = compileEntityQuery(onlySubject(primary, subject), queryOptions);
  const rewrite = compileRewrites(primary.outputRewrites, planner.applies);
  const complete = compilePlan(
    { kind: 'QueryPlan', ...(rest !== undefined && { node: rest }) },
    { ...planner, responseNames },
  );
  const locate = (error: GraphQLFormattedError): GraphQLError => {
    const [, , ...inEntity] = error.path ?? [];
    const path = error.path && inResponseNames([key, ...inEntity], responseNames);
    return locateError(error, serviceName, path);
  };
  return {
    field: asks.name.value,
    read: (variables) => reader.read(variables),
    conditionsOf: (values) => answer.conditionsOf(values),
    argumentsOf: (values) => getArgumentValues(definition, asks, values),
    ask: async (run, representation) => {
      const { entity, errors } = await askSubject(begin(run), representation);
      const value = entity?.[subject];
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      if (isSilence(errors)) return undefined;
      const [error] = errors;
      throw error ? locateError(error, serviceName, undefined) : new Error(`No ${subject}.`);
    },
    tell: async (request, representation) => {
      const run = begin(request);
      const { entity, errors } = await askEntity(run, representation);
      if (entity === undefined) {
        return isSilence(errors) ? undefined : { data: null, errors: errors.map(locate) };
      }
      run.data[key] = entity;
      rewrite?.(run.data);
      run.errors.push(...errors.map(locate));
      await complete?.(run);
      const completion = createCompletion(request.values, run);
      const completed = answer.shape(request.conditions)(run.data, completion);
      return {
        data: typeof completed === 'string' ? completed : null,
        errors: errorsOf(completion, run.errors),
      };
    },
  };
}

const begin = ({ context, send, variables, conditions }: SubscriptionRun): PlanRun =>
  beginRun({ context, send, variables, conditions });

/** Refusals of rights, and nothing else: of what a viewer may not see he hears nothing. */
const SILENT: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED']);
const isSilence = (errors: readonly GraphQLFormattedError[]) =>
  errors.every(({ extensions }) => SILENT.has(extensions?.['code']));

/** The same fetch for one field of the entity. */
function onlySubject(node: FetchNode, subject: string): FetchNode {
  const operation = `subscription { ${fieldOfFetch(node).name.value} { ${subject} } }`;
  return { ...node, operation, operationName: undefined };
}
