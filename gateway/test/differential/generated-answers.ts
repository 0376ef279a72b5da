import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isAnswerObject } from '../../src/execution/answer-object.ts';
import { subrequestError } from '../../src/subrequests/subrequest-error.ts';
import type { SubgraphAnswer } from '../../src/subrequests/read-answer.ts';
import { LINK, type AnswerSubrequest } from '../local-subgraphs.ts';
import { hash } from './choices.ts';
import { corrupt, faultAt, isDown, type Fault } from './faults.ts';

export interface Source {
  readonly __typename: string;
  readonly [key: string]: unknown;
}

/** Whether a resolver answers null or throws, by service, field and whose it is. */
export type FaultAt = typeof faultAt;

/** Subgraphs whose every value follows from what is asked: an entity is the same wherever it is told of. */
export function serveGenerated(
  sdl: Readonly<Record<string, string>>,
  faults: () => readonly Fault[],
  isFaulty: FaultAt = faultAt,
): AnswerSubrequest {
  const schemas = new Map(
    Object.entries(sdl).map(([name, text]) => [name, buildSchema(text)] as const),
  );
  const documents = new Map<string, DocumentNode>();
  return async ({ service, query, variables }) => {
    if (isDown(faults(), service)) throw subrequestError('SUBREQUEST_FAILED', service);
    const schema = schemas.get(service) as GraphQLSchema;
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const fieldResolver = resolverOf(service, (at) => isFaulty(faults(), at));
    const answer = await execute({ schema, document, variableValues: variables, fieldResolver });
    const json = JSON.parse(JSON.stringify(answer)) as SubgraphAnswer;
    corrupt(json.data, faults(), service);
    return json;
  };
}

export function buildSchema(sdl: string): GraphQLSchema {
  const typeDefs = parse(sdl.includes('@link') ? sdl : `${LINK}${sdl}`);
  const resolvers = sdl.includes('interface Media')
    ? {
        Media: {
          __resolveReference: ({ id }: { id: string }) => ({ __typename: id.split('-')[0], id }),
        },
      }
    : {};
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers });
}

/** Whichever key an entity is known by, it is the same one. */
export function identityOf(source: Source): string {
  const { id, code, ref } = source;
  if (typeof id === 'string') return id;
  if (typeof code === 'string') return code.slice(2);
  const a = (ref as { a?: unknown } | undefined)?.a;
  return typeof a === 'string' ? a : 'root';
}

function resolverOf(
  service: string,
  faultOf: (at: readonly string[]) => 'ERROR' | 'NULL' | undefined,
): GraphQLFieldResolver<Source | undefined, unknown> {
  return (...[source, args, , { fieldName, parentType, returnType, schema }]) => {
    const identity = source === undefined ? 'root' : identityOf(source);
    const fault = faultOf([service, fieldName, identity]);
    if (fault === 'ERROR') throw new Error(`${parentType.name}.${fieldName} of ${identity}`);
    if (fault === 'NULL') return null;
    if (source && Object.hasOwn(source, fieldName)) return source[fieldName];
    const required = requiredValues(source, fieldName);
    return valueOf(returnType, {
      schema,
      owner: identity,
      // A key's value does not depend on who tells it.
      seed: `${identity}.${fieldName}${JSON.stringify(args)}${required}`,
      fieldName,
    });
  };
}

/** What a computed field is computed from, by the names of `generateSubgraphs`. */
export function requirementsOf(fieldName: string): readonly string[] {
  const [, computed, index = ''] = /^(sum|all|label)(\d*)$/.exec(fieldName) ?? [];
  if (computed === 'label') return ['title'];
  return computed === 'sum'
    ? [`need${index}`]
    : computed === 'all'
      ? [`need${index}`, `deep${index}`]
      : [];
}

/** A computed field shows all that it was computed from, and nothing else of how the entity was told. */
function requiredValues(source: Source | undefined, fieldName: string): string {
  return describeRequired(requirementsOf(fieldName).map((name) => source?.[name]));
}

export function describeRequired(values: readonly unknown[]): string {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (!isAnswerObject(value)) return value;
    const fields = Object.entries(value).filter(([key]) => key !== '__typename');
    return fields
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]);
  };
  return values.length === 0 ? '' : JSON.stringify(plain(values));
}

export interface ValueOptions {
  readonly schema: GraphQLSchema;
  readonly owner: string;
  readonly seed: string;
  readonly fieldName: string;
}

export function valueOf(
  type: GraphQLOutputType,
  options: ValueOptions,
  isNullable = true,
): unknown {
  const { schema, owner, seed, fieldName } = options;
  if (isNonNullType(type)) return valueOf(type.ofType, options, false);
  const chance = hash(seed, String(type));
  if (isNullable && chance % 9 === 0) return null;
  if (isListType(type)) {
    return Array.from({ length: chance % 4 }, (_, index) =>
      valueOf(type.ofType, { ...options, seed: `${seed}.${index}` }),
    );
  }
  if (fieldName === 'id' || fieldName === 'a') return owner;
  if (fieldName === 'code') return `c:${owner}`;
  if (fieldName === 'ref') return { __typename: 'Ref', id: owner };
  if (isObjectType(type) && type.name === 'Media') {
    return { __typename: 'Media', id: `${chance % 2 ? 'Book' : 'Film'}-${chance % 5}` };
  }
  if (isObjectType(type) || isAbstractType(type)) {
    const types = isAbstractType(type)
      ? schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .sort()
      : [type.name];
    const name = types[chance % types.length] ?? '';
    const isEntity = /^(E\d|Book|Film)$/.test(name);
    return { __typename: name, id: isEntity ? `${name}-${chance % 5}` : `${name}-${chance}` };
  }
  if (isEnumType(type)) return type.getValues()[chance % 3]?.name;
  return (LEAVES[getNamedType(type).name] ?? someText)(chance);
}

const someText = (chance: number) => `text ${chance % 100}`;
const LEAVES: Readonly<Record<string, ((chance: number) => unknown) | undefined>> = {
  Int: (chance) => chance % 100,
  Float: (chance) => (chance % 100) / 4,
  Boolean: (chance) => chance % 2 === 0,
  String: someText,
  ID: (chance) => `id ${chance % 100}`,
  Json: (chance) => [{ a: chance % 10, b: [null, { c: '"' }] }, 1.5, 'json', []][chance % 4],
};
