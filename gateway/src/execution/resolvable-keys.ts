import { Kind, parse, print, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/**
 * The supergraph with each subgraph's resolvable keys of a type before those that are not. Where a field requires
 * something of elsewhere, the planner comes back to the subgraph by the first key that stands there, resolvable or not:
 * and the subgraph answers null to a key that it does not resolve.
 */
export function withResolvableKeysFirst(supergraphSdl: string): string {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const inOrder = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(
    node: Node,
  ): Node | undefined => {
    const given = node.directives ?? [];
    const directives = resolvableFirst(given);
    const isInOrder = directives.every((directive, at) => directive === given[at]);
    return isInOrder ? undefined : { ...node, directives };
  };
  const changed: DocumentNode = visit(supergraph, {
    ObjectTypeDefinition: inOrder,
    InterfaceTypeDefinition: inOrder,
  });
  return changed === supergraph ? supergraphSdl : print(changed);
}

/** Each subgraph keeps the places that it has among the others. */
function resolvableFirst(given: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] {
  const ofGraph = new Map<string, ConstDirectiveNode[]>();
  for (const isAsked of [true, false]) {
    for (const directive of given) {
      const graph = graphOf(directive);
      if (graph === undefined || isResolvable(directive) !== isAsked) continue;
      ofGraph.set(graph, [...(ofGraph.get(graph) ?? []), directive]);
    }
  }
  return given.map((directive) => ofGraph.get(graphOf(directive) ?? '')?.shift() ?? directive);
}

/** The subgraph of a `@join__type`; undefined for any other directive. */
function graphOf(directive: ConstDirectiveNode): string | undefined {
  const value = argumentOf(directive, 'graph');
  return directive.name.value === 'join__type' && value?.kind === Kind.ENUM
    ? value.value
    : undefined;
}

function isResolvable(directive: ConstDirectiveNode): boolean {
  const value = argumentOf(directive, 'resolvable');
  return value?.kind !== Kind.BOOLEAN || value.value;
}

const argumentOf = ({ arguments: given }: ConstDirectiveNode, name: string) =>
  given?.find((argument) => argument.name.value === name)?.value;
