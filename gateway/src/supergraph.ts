import { Kind, parse, type EnumTypeDefinitionNode } from 'graphql';

/**
 * The stock gateway refuses a supergraph that asks for `for: SECURITY`, for it can't enforce rights:
 * here the subgraphs do, each for what it owns. Its own copy goes without the demand.
 */
export function withoutSecurityPurpose(supergraphSdl: string): string {
  return supergraphSdl.replaceAll(', for: SECURITY', '');
}

/** The names of the subgraphs that a supergraph is composed of. */
export function subgraphNames(supergraphSdl: string): readonly string[] {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (node): node is EnumTypeDefinitionNode =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  return (graphs?.values ?? []).flatMap(({ directives = [] }) =>
    directives
      .flatMap((directive) => directive.arguments ?? [])
      .flatMap(({ name, value }) =>
        name.value === 'name' && value.kind === Kind.STRING ? [value.value] : [],
      ),
  );
}
