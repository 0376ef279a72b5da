import {
  buildSchema,
  execute,
  isInterfaceType,
  isObjectType,
  parse,
  printSchema,
  type FormattedExecutionResult,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';
import type { Execute } from '../executors.ts';
import { hash } from './choices.ts';
import type { Fault } from './faults.ts';
import {
  buildSchema as buildSubgraph,
  describeRequired,
  identityOf,
  requirementsOf,
  valueOf,
  type FaultAt,
  type Source,
} from './generated-answers.ts';

type Owner = readonly [string, GraphQLSchema, GraphQLField<unknown, unknown>];

/**
 * graphql-js over the schema that callers see, and over the data that `serveGenerated` serves: no plan, no subgraph,
 * nothing of what is tested.
 */
export function createMergedExecutor(
  apiSchema: GraphQLSchema,
  subgraphs: Readonly<Record<string, string>>,
  faults: () => readonly Fault[],
): Execute {
  const schema = buildSchema(printSchema(apiSchema));
  const schemas = Object.entries(subgraphs).map(
    ([name, sdl]) => [name, buildSubgraph(sdl)] as const,
  );
  const owners = new Map<string, Owner>();
  const ownerOf = (type: string, name: string): Owner => {
    const key = `${type}.${name}`;
    const found = owners.get(key) ?? findOwner({ schemas, apiSchema }, type, name);
    owners.set(key, found);
    return found;
  };
  /** What a subgraph would say of a field, which may be required by another one. */
  const tell = (
    source: Source | undefined,
    [type, name]: readonly [string, string],
    args: object = {},
  ): unknown => {
    if (source && Object.hasOwn(source, name)) return source[name];
    const [, owner, field] = ownerOf(type, name);
    const identity = source === undefined ? 'root' : identityOf(source);
    const required = requirementsOf(name).map((needed) =>
      withParts(tell(source, [type, needed]), (of, part) => tell(of, [of.__typename, part])),
    );
    return valueOf(field.type, {
      schema: owner,
      owner: identity,
      seed: `${identity}.${name}${JSON.stringify(args)}${describeRequired(required)}`,
      fieldName: name,
    });
  };
  const fieldResolver: GraphQLFieldResolver<Source | undefined, unknown> = (
    ...[source, args, , { fieldName, parentType }]
  ) => {
    const identity = source === undefined ? 'root' : identityOf(source);
    const fault = faultOfField(faults(), ['', fieldName, identity]);
    if (fault === 'ERROR') throw new Error(`${parentType.name}.${fieldName} of ${identity}`);
    return fault === 'NULL' ? null : tell(source, [parentType.name, fieldName], args as object);
  };
  const typeResolver: GraphQLTypeResolver<Source, unknown> = ({ __typename, id }) =>
    __typename === 'Media' ? String(id).split('-')[0] : __typename;
  return async ({ query, variables = {} }) => {
    const document = parse(query);
    const answer = await execute({
      ...{ schema, document, variableValues: variables, fieldResolver, typeResolver },
    });
    return JSON.parse(JSON.stringify(answer)) as FormattedExecutionResult;
  };
}

/** The subgraph that says it; where an interface is an object, it does so for all types of the interface. */
function findOwner(
  graph: {
    readonly schemas: readonly (readonly [string, GraphQLSchema])[];
    readonly apiSchema: GraphQLSchema;
  },
  type: string,
  name: string,
): Owner {
  const inMerged = graph.apiSchema.getType(type);
  const wider = isObjectType(inMerged) ? inMerged.getInterfaces().map((it) => it.name) : [];
  for (const candidate of [type, ...wider]) {
    for (const [service, schema] of graph.schemas) {
      const found = schema.getType(candidate);
      if (!isObjectType(found) && !(isInterfaceType(found) && candidate === type)) continue;
      const field = found.getFields()[name];
      const isExternal = field?.astNode?.directives?.some((it) => it.name.value === 'external');
      if (field !== undefined && isExternal !== true) return [service, schema, field];
    }
  }
  throw new Error(`No subgraph tells ${type}.${name}.`);
}

/** A required `deepN` with the parts of it that are required. */
function withParts(value: unknown, tell: (of: Source, part: string) => unknown): unknown {
  if (!Array.isArray(value)) return value;
  return (value as readonly Source[]).map((of) => {
    const inner = tell(of, 'inner') as Source | null;
    return { number: tell(of, 'number'), inner: inner && { flag: tell(inner, 'flag') } };
  });
}

/**
 * A fault that does not depend on the subgraph. What others are computed or found by has none: its errors stand at
 * places that the caller did not ask for.
 */
export const faultOfField: FaultAt = (faults, [, fieldName = '', identity = '']) => {
  if (NEEDED.test(fieldName)) return undefined;
  const struck = faults.find(
    ({ kind, rate, seed }) =>
      (kind === 'ERROR' || kind === 'NULL') && hash(seed, fieldName, identity) % rate === 0,
  );
  return struck?.kind as 'ERROR' | 'NULL' | undefined;
};
const NEEDED = /^(_|__typename$|(id|code|ref|a|b|title|number|inner|flag)$|(need|deep)\d)/;
