import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  operationFromDocument,
  Supergraph,
} from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { isObjectType, parse, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import {
  createCostModel,
  createListBounds,
  createVariableCoercion,
  DateScalar,
  DateTime,
  readCostDirectives,
  readInputMarks,
  Yuan,
  type CostModel,
  type ListBounds,
  type VariableCoercion,
} from '@onewindow/subgraph';
import { withArgumentVariants, type ArgumentVariants } from './argument-variants.ts';
import { namesOfNeededFields } from './required-fields.ts';
import { withResolvableKeysFirst } from './resolvable-keys.ts';
import { withSafeAliases } from './safe-aliases.ts';
import { withSeparateConditions } from './separate-conditions.ts';
import { createTypeConditions, type TypeConditionApplies } from './type-conditions.ts';

export interface PlannedOperation {
  readonly plan: QueryPlan;
  /** The operation as it was planned: some aliases stand for the caller's. */
  readonly document: DocumentNode;
  readonly responseNames: ReadonlyMap<string, string>;
}

/** Apollo's planner over one supergraph, with what executing its plans needs to know. */
export interface SupergraphPlanner extends ArgumentVariants {
  /** The schema that callers see. */
  readonly schema: GraphQLSchema;
  /** How callers' variables are read. */
  readonly variables: VariableCoercion;
  /** How long lists in arguments may be. */
  readonly lists: ListBounds;
  /** What operations cost. */
  readonly costs: CostModel;
  /** Type conditions, also on types that callers don't see. */
  readonly applies: TypeConditionApplies;
  readonly isObjectType: (typename: unknown) => boolean;
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
  const planner = new QueryPlanner(supergraph);
  const full = supergraph.schema.toGraphQLJSSchema();
  const needed = namesOfNeededFields(given);
  const schema = apiSchema.toGraphQLJSSchema();
  const marks = readInputMarks(given);
  return {
    schema,
    variables: createVariableCoercion(schema, {
      marks,
      scalars: { DateTime, Date: DateScalar, Yuan },
    }),
    lists: createListBounds(schema, marks),
    costs: createCostModel(schema, readCostDirectives(given)),
    applies: createTypeConditions(full),
    isObjectType: (typename) =>
      typeof typename === 'string' && isObjectType(full.getType(typename)),
    realNames,
    requiredBy,
    plan: (asked, operationName) => {
      const { document: safe, responseNames } = withSafeAliases(
        withSeparateConditions(asked),
        (name) => needed.has(name),
      );
      const operation = operationFromDocument(apiSchema, safe, {
        validate: false,
        ...(operationName !== undefined && { operationName }),
      });
      return { plan: planner.buildQueryPlan(operation), document: safe, responseNames };
    },
  };
}
