/** Gathers one subgraph's types, field by field. */
export interface SubgraphSdl {
  readonly name: string;
  add(type: string, ...fields: readonly string[]): void;
  addDirective(type: string, directive: string): void;
  addDefinition(sdl: string): void;
  print(): string;
}

export function createSubgraphSdl(name: string): SubgraphSdl {
  const fields = new Map<string, Set<string>>();
  const directives = new Map<string, Set<string>>();
  const definitions = new Set<string>();
  const setOf = (map: Map<string, Set<string>>, type: string): Set<string> => {
    const found = map.get(type) ?? new Set();
    map.set(type, found);
    return found;
  };
  return {
    name,
    add: (type, ...added) => {
      for (const field of added) setOf(fields, type).add(field);
    },
    addDirective: (type, directive) => void setOf(directives, type).add(directive),
    addDefinition: (sdl) => void definitions.add(sdl),
    print: () =>
      [
        ...definitions,
        ...[...fields].map(([type, own]) => {
          // `implements` comes before directives.
          const header = [...(directives.get(type) ?? [])].sort((left) =>
            left.startsWith('@') ? 1 : -1,
          );
          const keyword = header.includes('interface') ? 'interface' : 'type';
          const rest = header.filter((part) => part !== 'interface').join(' ');
          return `${keyword} ${type} ${rest} {\n  ${[...own].join('\n  ')}\n}`;
        }),
      ].join('\n'),
  };
}
