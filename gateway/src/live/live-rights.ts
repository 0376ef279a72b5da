import { meets, type Requirements, type Viewer } from '@onewindow/identity';
import { forbidden, unauthenticated } from '@onewindow/subgraph';
import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type GraphQLError } from 'graphql';

/**
 * What a field of `Subscription` itself demands. Its subgraph demands it where it answers the field, but it is
 * only ever asked for the entity behind it.
 */
export function readRequirements(directives: readonly ConstDirectiveNode[]): Requirements {
  const listsOf = (name: string, argument: string) => {
    const directive = directives.find((node) => node.name.value === name);
    const value = directive?.arguments?.find((node) => node.name.value === argument)?.value;
    // A directive that can't be read demands what nobody has.
    if (value?.kind !== Kind.LIST) return directive && [];
    return valueFromASTUntyped(value) as string[][];
  };
  const scopes = listsOf('requiresScopes', 'scopes');
  const policies = listsOf('policy', 'policies');
  return {
    authenticated: directives.some(({ name }) => name.value === 'authenticated'),
    ...(scopes && { scopes }),
    ...(policies && { policies }),
  };
}

/** Undefined for who may subscribe; else why not. */
export function refusalOfRights(
  requirements: Requirements,
  viewer: Viewer,
): GraphQLError | undefined {
  if (meets(requirements, viewer)) return undefined;
  return viewer.kind === 'ANONYMOUS' ? unauthenticated() : forbidden();
}
