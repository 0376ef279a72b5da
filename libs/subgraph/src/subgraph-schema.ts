import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Policies } from '@onewindow/identity';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { checkReferences } from './entities/check-references.ts';
import { enforceInputs } from './inputs/enforce-inputs.ts';
import { checkResolvers } from './refusals/answers.ts';
import { enforceRights } from './rights/enforce-rights.ts';
import { DateScalar } from './scalars/date.ts';
import { DateTime } from './scalars/date-time.ts';
import { Yuan } from './scalars/yuan.ts';
import { stopWhenLate } from './stop-when-late.ts';
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
  checkResolvers(schema);
  checkReferences(schema, options.maxRepresentations ?? 1_000);
  // Rights are asked first: who may not ask is not told what he asked wrongly.
  return stopWhenLate(enforceRights(enforceInputs(schema), options.policies));
}
