import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STANDARD_POLICIES, meets, type Requirements, type Viewer } from '@onewindow/identity';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import {
  buildSchema,
  getNamedType,
  isObjectType,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** The composed graph with all that it demands, as the gateway reads it. */
export function composedGraph(): GraphQLSchema {
  const file = join(workspaceRoot(process.cwd()), 'gateway/supergraph.graphql');
  return buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
}

/** The object types of the graph itself, without what federation adds. */
export function objectTypesOf(graph: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(graph.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.includes('__'),
  );
}

/** What the directives on a field, on its type and on what it answers with demand together. */
export function demandsOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): readonly Requirements[] {
  return [type, field, getNamedType(field.type)].flatMap(demandsOn);
}

export const mayAsk = (viewer: Viewer, demands: readonly Requirements[]): boolean =>
  demands.every((one) => meets(one, viewer, STANDARD_POLICIES));

function demandsOn(element: GraphQLNamedType | GraphQLField<unknown, unknown>): Requirements[] {
  return (element.astNode?.directives ?? []).flatMap((directive): Requirements[] => {
    switch (directive.name.value) {
      case 'authenticated':
        return [{ authenticated: true }];
      case 'requiresScopes':
        return [{ scopes: listsIn(directive, 'scopes') }];
      case 'policy':
        return [{ policies: listsIn(directive, 'policies') }];
      default:
        return [];
    }
  });
}

function listsIn(directive: ConstDirectiveNode, name: string): string[][] {
  const given = directive.arguments?.find((one) => one.name.value === name);
  return given ? (valueFromASTUntyped(given.value) as string[][]) : [];
}
