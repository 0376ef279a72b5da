import { Kind, type DefinitionNode, type DocumentNode, type TypeNode } from 'graphql';
import { chineseOf } from './description.ts';
import { markedIn, partsToAdd, withParts } from './mutations.ts';
import { withOffers } from './offers.ts';
import { nameOf, withPageArguments, withRows } from './pages.ts';
import { withPromised } from './refusals.ts';

/** A service's modules as they are written by hand, and what they may refer to. */
export interface Modules {
  readonly documents: readonly DocumentNode[];
  /** The base of every subgraph. */
  readonly base: DocumentNode;
  /** Entities of other services: those that are referred to and not defined are added. */
  readonly stubs: DocumentNode;
}

/**
 * The modules with all that need not be written by hand: pages with their rows and arguments, the fields that every
 * refusal has, the parts of marked mutations, `actions` beside `availableActions`, and, as a last document, successes and stubs. The same for the same
 * modules. What is written by hand stays as it is.
 */
export function writtenOut({ documents, base, stubs }: Modules): readonly DocumentNode[] {
  const marked = markedIn(documents);
  const shaped = documents.map((document) => ({
    ...document,
    definitions: document.definitions
      .flatMap(withRows)
      .map((definition) => withParts(withOffers(withPromised(definition)), marked))
      .map(withArguments),
  }));
  const all = shaped.flatMap(({ definitions }) => definitions);
  const defined = new Set([...all, ...base.definitions].flatMap(definedBy));
  const descriptions = new Map(
    [...all, ...stubs.definitions].flatMap((definition) =>
      'description' in definition
        ? definedBy(definition).map((name) => [name, definition.description] as const)
        : [],
    ),
  );
  const parts = partsToAdd(
    marked,
    (name) => defined.has(name),
    (name) => chineseOf(descriptions.get(name)),
  );
  const wanted = new Set([...all, ...parts].flatMap(referredToBy));
  const others = stubs.definitions.filter((definition) =>
    definedBy(definition).some((name) => wanted.has(name) && !defined.has(name)),
  );
  return [...shaped, { kind: Kind.DOCUMENT, definitions: [...parts, ...others] }];
}

function withArguments(definition: DefinitionNode): DefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.OBJECT_TYPE_EXTENSION
    ? { ...definition, fields: (definition.fields ?? []).map(withPageArguments) }
    : definition;
}

/** The type that a definition defines; an extension defines none. */
const definedBy = (definition: DefinitionNode): readonly string[] =>
  definition.kind.endsWith('TypeDefinition') && 'name' in definition ? [definition.name.value] : [];

/** The types that a definition speaks of. */
function referredToBy(definition: DefinitionNode): readonly string[] {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    return (definition.types ?? []).map(nameOf);
  }
  const fields =
    'fields' in definition ? (definition.fields as readonly { readonly type: TypeNode }[]) : [];
  return fields.map(({ type }) => nameOf(type));
}
