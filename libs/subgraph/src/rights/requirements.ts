import { meets, type Policies, type Requirements, type Viewer } from '@onewindow/identity';
import {
  getDirectiveValues,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { forbidden, unauthenticated } from '../graphql-errors.ts';

/** What the rights directives on a type or field demand, one for each directive: all of them must be met. */
export function requirementsOf(
  schema: GraphQLSchema,
  element: GraphQLNamedType | GraphQLField<unknown, unknown>,
): readonly Requirements[] {
  const extensions = 'extensionASTNodes' in element ? element.extensionASTNodes : [];
  return [element.astNode, ...extensions]
    .flatMap((node) => node?.directives ?? [])
    .flatMap((directive) => readRequirement(schema, directive));
}

/** Throws UNAUTHENTICATED or FORBIDDEN unless the viewer meets all. Where no viewer is known, nobody does. */
export function demand(
  requirements: readonly Requirements[],
  viewer: Viewer | undefined,
  policies: Policies,
): void {
  if (requirements.length === 0) return;
  if (viewer && requirements.every((one) => meets(one, viewer, policies))) return;
  throw viewer === undefined || viewer.kind === 'ANONYMOUS' ? unauthenticated() : forbidden();
}

function readRequirement(schema: GraphQLSchema, directive: ConstDirectiveNode): Requirements[] {
  const valueOf = (argument: string) => {
    const definition = schema.getDirective(directive.name.value);
    if (!definition) throw new Error(`@${directive.name.value} is used without being defined.`);
    return getDirectiveValues(definition, { directives: [directive] })?.[argument] as string[][];
  };
  switch (directive.name.value) {
    case 'authenticated':
      return [{ authenticated: true }];
    case 'requiresScopes':
      return [{ scopes: valueOf('scopes') }];
    case 'policy':
      return [{ policies: valueOf('policies') }];
    default:
      return [];
  }
}
