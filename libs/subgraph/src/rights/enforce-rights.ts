import {
  SCOPES,
  STANDARD_POLICIES,
  type Policies,
  type Requirements,
  type Viewer,
} from '@onewindow/identity';
import {
  defaultFieldResolver,
  defaultTypeResolver,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { demand, requirementsOf } from './requirements.ts';

interface Guard {
  readonly schema: GraphQLSchema;
  readonly policies: Policies;
  readonly ofType: (name: string) => readonly Requirements[];
}

/**
 * Makes the schema enforce @authenticated, @requiresScopes and @policy by itself: on each field, on
 * every field of a marked type, on every field that reaches one (before it resolves, so that no
 * mutation runs for an answer it may not give), on the members that an abstract field turns out to
 * be, and on `_entities` before any reference is resolved.
 */
export function enforceRights(
  schema: GraphQLSchema,
  policies: Policies = STANDARD_POLICIES,
): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const marked = new Map(
    types.map((type) => {
      // An object is at least as protected as the interfaces through which it may be read.
      const interfaces = isObjectType(type) ? type.getInterfaces() : [];
      return [type.name, [type, ...interfaces].flatMap((one) => requirementsOf(schema, one))];
    }),
  );
  const guard: Guard = { schema, policies, ofType: (name) => marked.get(name) ?? [] };
  for (const type of types) {
    if (isObjectType(type)) guardFields(type, guard);
    if (isObjectType(type) || isInterfaceType(type)) guardReference(type, guard);
    if (isAbstractType(type)) {
      const resolve = type.resolveType ?? defaultTypeResolver;
      type.resolveType = async (...call: Parameters<typeof resolve>) => {
        const name = await resolve(...call);
        if (name !== undefined) demand(guard.ofType(name), viewerOf(call[1]), policies);
        return name;
      };
    }
  }
  return schema;
}

function guardFields(type: GraphQLObjectType, guard: Guard): void {
  for (const field of Object.values(type.getFields())) {
    const inherited = type
      .getInterfaces()
      .flatMap((parent) => parent.getFields()[field.name] ?? [])
      .flatMap((parentField) => requirementsOf(guard.schema, parentField));
    const requirements = [
      ...guard.ofType(type.name),
      ...guard.ofType(getNamedType(field.type).name),
      ...requirementsOf(guard.schema, field),
      ...inherited,
    ];
    if (requirements.length === 0) continue;
    assertKnown(requirements, guard.policies, `${type.name}.${field.name}`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (...call: Parameters<typeof resolve>) => {
      demand(requirements, viewerOf(call[2]), guard.policies);
      return resolve(...call);
    };
  }
}

/** Also turns what a reference resolver throws into a rejection, which nulls one entity and not the whole list. */
function guardReference(type: GraphQLObjectType | GraphQLInterfaceType, guard: Guard): void {
  const requirements = guard.ofType(type.name);
  const apollo = type.extensions['apollo'] as SubgraphExtensions | undefined;
  const resolve = apollo?.subgraph?.resolveReference;
  if (!resolve && requirements.length === 0) return;
  const resolveReference = async (reference: unknown, context: unknown, info: unknown) => {
    demand(requirements, viewerOf(context), guard.policies);
    return resolve ? await resolve(reference, context, info) : reference;
  };
  type.extensions = {
    ...type.extensions,
    apollo: { ...apollo, subgraph: { ...apollo?.subgraph, resolveReference } },
  };
}

interface SubgraphExtensions {
  readonly subgraph?: {
    readonly resolveReference?: (reference: unknown, context: unknown, info: unknown) => unknown;
  };
}

function viewerOf(context: unknown): Viewer | undefined {
  return (context as { readonly viewer?: Viewer } | undefined)?.viewer;
}

/** A misspelt scope or a policy that nobody answers would refuse everybody: better not to start. */
function assertKnown(
  requirements: readonly Requirements[],
  policies: Policies,
  where: string,
): void {
  const known: readonly string[] = SCOPES;
  const scope = requirements
    .flatMap(({ scopes = [] }) => scopes.flat())
    .find((name) => !known.includes(name));
  if (scope !== undefined) throw new Error(`${where} demands the unknown scope ${scope}.`);
  const policy = requirements
    .flatMap(({ policies: wanted = [] }) => wanted.flat())
    .find((name) => !Object.hasOwn(policies, name));
  if (policy !== undefined) throw new Error(`${where} demands the unknown policy ${policy}.`);
}
