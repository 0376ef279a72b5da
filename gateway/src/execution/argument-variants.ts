import {
  buildASTSchema,
  isInterfaceType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { asHiddenField, withInaccessible } from './hidden-fields.ts';
import { parseFieldSet, visitFieldSets } from './required-fields.ts';

export interface ArgumentVariants {
  /** Fields' names by their variants'. */
  readonly realNames: ReadonlyMap<string, string>;
  /** Variants by the fields that require them, `Type.field`. */
  readonly requiredBy: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface SupergraphWithVariants extends ArgumentVariants {
  readonly supergraph: DocumentNode;
}

/**
 * `@requires(fields: "price(currency: USD)")` needs the price in USD whatever the caller or another
 * `@requires` asks of the same field, and the planner makes one field of all that. So for planning,
 * each way of asking is a field of its own, `price__1`, which no caller sees; fetches call it by its
 * real name under that alias.
 */
export function withArgumentVariants(supergraph: DocumentNode): SupergraphWithVariants {
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const variants = new Map<string, Variant>();
  const requiredBy = new Map<string, ReadonlySet<string>>();
  const replaced = visitFieldSets(supergraph, (fieldSet, { parent, field, argument }) => {
    const type = schema.getType(parent);
    if (argument !== 'requires' || type === undefined) return undefined;
    const named = nameVariants(parseFieldSet(fieldSet), { schema, type, variants });
    requiredBy.set(`${parent}.${field}`, fieldNames(named));
    return { ...fieldSet, value: print(named).slice(1, -1).replaceAll(/\s+/g, ' ').trim() };
  });
  if (variants.size === 0) return { supergraph, realNames: new Map(), requiredBy };
  const realNames = new Map([...variants.values()].map(({ name, field }) => [name, field]));
  for (const [field, names] of requiredBy) {
    requiredBy.set(field, new Set([...names].filter((name) => realNames.has(name))));
  }
  return {
    supergraph: withInaccessible(addVariants(replaced, [...variants.values()])),
    realNames,
    requiredBy,
  };
}

interface Variant {
  readonly name: string;
  readonly field: string;
  /** The types that have the field. */
  readonly types: Set<string>;
}

interface NamingOptions {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLNamedType;
  /** By the call that they stand for, arguments and all. */
  readonly variants: Map<string, Variant>;
}

function nameVariants(
  selectionSet: SelectionSetNode,
  { schema, type, variants }: NamingOptions,
): SelectionSetNode {
  const typeInfo = new TypeInfo(schema, type as ConstructorParameters<typeof TypeInfo>[1]);
  return visit(
    selectionSet,
    visitWithTypeInfo(typeInfo, {
      Field: {
        leave: (field) => {
          const parent = typeInfo.getParentType();
          if (!parent || !typeInfo.getFieldDef()?.args.length) return undefined;
          const { selectionSet: _, ...leaf } = field;
          const call = print(leaf);
          const variant = variants.get(call) ?? {
            name: `${field.name.value}__${variants.size + 1}`,
            field: field.name.value,
            types: new Set<string>(),
          };
          variants.set(call, variant);
          variant.types.add(parent.name);
          if (isInterfaceType(parent)) {
            const { interfaces, objects } = schema.getImplementations(parent);
            for (const { name } of [...interfaces, ...objects]) variant.types.add(name);
          }
          return {
            ...field,
            arguments: field.arguments ?? [],
            name: { kind: Kind.NAME, value: variant.name },
          };
        },
      },
    }),
  );
}

function addVariants(supergraph: DocumentNode, variants: readonly Variant[]): DocumentNode {
  const add = <Node extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(
    node: Node,
  ): Node => ({
    ...node,
    fields: node.fields?.flatMap((field) => [
      field,
      ...variants
        .filter(({ field: name, types }) => name === field.name.value && types.has(node.name.value))
        .map(({ name }) => asHiddenField(field, name)),
    ]),
  });
  return visit(supergraph, {
    ObjectTypeDefinition: { leave: add },
    InterfaceTypeDefinition: { leave: add },
  });
}

function fieldNames(selectionSet: SelectionSetNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(selectionSet, { Field: ({ name }) => void names.add(name.value) });
  return names;
}
