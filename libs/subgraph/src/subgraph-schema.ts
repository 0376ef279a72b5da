import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Policies } from '@onewindow/identity';
import {
  defaultFieldResolver,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { badUserInput } from './graphql-errors.ts';
import { enforceRights } from './rights/enforce-rights.ts';
import { DateScalar } from './scalars/date.ts';
import { DateTime } from './scalars/date-time.ts';
import { Yuan } from './scalars/yuan.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

/** As codegen types a service's resolvers; each map of functions is checked there. */
export type ResolverMap = Readonly<Record<string, unknown>>;

export interface SubgraphSchemaOptions {
  /** The service's own modules, without the base. */
  readonly typeDefs: DocumentNode;
  readonly resolvers: ResolverMap;
  /** The answers to `@policy`; identity's standard policies when absent. */
  readonly policies?: Policies;
  /** How many references one `_entities` fetch may carry; 1,000 when absent. */
  readonly maxRepresentations?: number;
}

/** The executable schema: base and own SDL, base scalars, rights and bounds built in. */
export function createSubgraphSchema(options: SubgraphSchemaOptions): GraphQLSchema {
  const schema = buildSubgraphSchema({
    typeDefs: subgraphDocument(options.typeDefs),
    resolvers: { DateTime, Date: DateScalar, Yuan, ...options.resolvers },
  });
  const entities = schema.getQueryType()?.getFields()['_entities'];
  if (entities) boundRepresentations(entities, options.maxRepresentations ?? 1_000);
  return enforceRights(schema, options.policies);
}

function boundRepresentations(field: GraphQLField<unknown, unknown>, most: number): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (...call: Parameters<typeof resolve>) => {
    const asked: unknown = (call[1] as Readonly<Record<string, unknown>>)['representations'];
    if (Array.isArray(asked) && asked.length > most) {
      throw badUserInput(`One _entities fetch may carry ${most} references.`);
    }
    return resolve(...call);
  };
}
