import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  operationFromDocument,
  type Operation,
  Supergraph,
} from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { isObjectType, parse, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import {
  createCostModel,
  createArgumentBounds,
  createVariableCoercion,
  DateScalar,
  DateTime,
  readCostDirectives,
  readInputMarks,
  wordedError,
  Yuan,
  type CostModel,
  type ArgumentBounds,
  type VariableCoercion,
} from '@onewindow/subgraph';
import { withArgumentVariants, type ArgumentVariants } from './argument-variants.ts';
import { refuseEndlessSelections } from './fragment-cycles.ts';
import { namesOfNeededFields } from './required-fields.ts';
import { withResolvableKeysFirst } from './resolvable-keys.ts';
import { withSafeAliases } from './safe-aliases.ts';
import { withSeparateConditions } from './separate-conditions.ts';
import { createTypeConditions, type TypeConditionApplies } from './type-conditions.ts';

export interface PreparedOperation {
  /** The operation as it is planned: some aliases stand for the caller's. */
  readonly document: DocumentNode;
  readonly responseNames: ReadonlyMap<string, string>;
}

export interface PlannedOperation extends PreparedOperation {
  readonly plan: QueryPlan;
}

/** Apollo's planner over one supergraph, with what executing its plans needs to know. */
export interface SupergraphPlanner extends ArgumentVariants {
  /** The schema that callers see. */
  readonly schema: GraphQLSchema;
  /** How callers' variables are read. */
  readonly variables: VariableCoercion;
  /** How long lists in arguments may be. */
  readonly bounds: ArgumentBounds;
  /** What operations cost. */
  readonly costs: CostModel;
  /** Type conditions, also on types that callers don't see. */
  readonly applies: TypeConditionApplies;
  readonly isObjectType: (typename: unknown) => boolean;
  /** A valid operation in the form in which it is planned. */
  prepare(document: DocumentNode): PreparedOperation;
  plan(document: DocumentNode, operationName: string | undefined): PlannedOperation;
}

/** What the stock gateway can do, and arguments from a context. */
const FEATURES = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  'https://specs.apollo.dev/context/v0.1',
]);

export function createSupergraphPlanner(sdl: string): SupergraphPlanner {
  const supergraphSdl = withResolvableKeysFirst(sdl);
  const given = parse(supergraphSdl, { noLocation: true });
  const { supergraph: document, realNames, requiredBy } = withArgumentVariants(given);
  const supergraph = Supergraph.build(realNames.size === 0 ? supergraphSdl : print(document), {
    supportedFeatures: FEATURES,
    // Where variants took its place, an `@external` field may be left that nothing requires any more.
    validateSupergraph: realNames.size === 0,
  });
  const apiSchema = supergraph.apiSchema();
  // Made when it plans for the first time: where another thread plans, it never does.
  let planner: QueryPlanner | undefined;
  const full = supergraph.schema.toGraphQLJSSchema();
  const needed = namesOfNeededFields(given);
  const schema = apiSchema.toGraphQLJSSchema();
  const marks = readInputMarks(given);
  const prepare = (asked: DocumentNode): PreparedOperation =>
    withSafeAliases(withSeparateConditions(asked), (name) => needed.has(name));
  return {
    schema,
    variables: createVariableCoercion(schema, {
      marks,
      scalars: { DateTime, Date: DateScalar, Yuan },
    }),
    bounds: createArgumentBounds(schema, marks),
    costs: createCostModel(schema, readCostDirectives(given)),
    applies: createTypeConditions(full),
    isObjectType: (typename) =>
      typeof typename === 'string' && isObjectType(full.getType(typename)),
    realNames,
    requiredBy,
    prepare,
    plan: (asked, operationName) => {
      refuseEndlessSelections(asked);
      const prepared = prepare(asked);
      const operation = operationFromDocument(apiSchema, prepared.document, {
        validate: false,
        ...(operationName !== undefined && { operationName }),
      });
      planner ??= new QueryPlanner(supergraph);
      return { ...prepared, plan: buildPlan(planner, operation) };
    },
  };
}

/** Of Apollo's planner: how many selections it follows, fragments counted in as often as they are spread. */
const MOST_SELECTIONS = 10_000_000;

/** Apollo's planner throws a plain error when an operation has more selections; it is the caller's, by `COST_LIMIT`. */
function buildPlan(planner: QueryPlanner, operation: Operation): QueryPlan {
  try {
    return planner.buildQueryPlan(operation);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Exceeded maximum recursive')))
      throw error;
    throw wordedError('COST_LIMIT', TOO_MANY_SELECTIONS, {
      extensions: { limit: MOST_SELECTIONS, http: { status: 400 } },
    });
  }
}

const TOO_MANY_SELECTIONS = {
  en: 'The fragments of the operation spread each other more often than can be planned. Spread fewer, or ask in several requests.',
  zh: '该操作的片段互相展开的次数过多，无法执行，请减少片段，或分几次查询。',
};
