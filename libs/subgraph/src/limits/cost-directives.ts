import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';

/** What `@cost` and `@listSize` of an SDL say. */
export interface CostDirectives {
  /** Of types, by name; of fields, `Type.field`; of arguments, `Type.field(argument:)`. */
  readonly weights: ReadonlyMap<string, number>;
  /** Of fields, `Type.field`. */
  readonly sizes: ReadonlyMap<string, ListSize>;
}

export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  /** The fields below that are the lists; none where the field itself is one. */
  readonly sizedFields: readonly string[];
}

export function readCostDirectives(sdl: DocumentNode): CostDirectives {
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const weigh = (
    coordinate: string,
    node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  ): void => {
    const [weight] = valuesOf(directiveOf(node, 'cost'), 'weight').flatMap(intOf);
    if (weight !== undefined) weights.set(coordinate, weight);
  };
  const readField = (coordinate: string, field: FieldDefinitionNode): void => {
    weigh(coordinate, field);
    for (const argument of field.arguments ?? []) {
      weigh(`${coordinate}(${argument.name.value}:)`, argument);
    }
    const size = directiveOf(field, 'listSize');
    if (!size) return;
    const [assumedSize] = valuesOf(size, 'assumedSize').flatMap(intOf);
    sizes.set(coordinate, {
      assumedSize,
      slicingArguments: valuesOf(size, 'slicingArguments').flatMap(textsOf),
      sizedFields: valuesOf(size, 'sizedFields').flatMap(textsOf),
    });
  };
  for (const node of sdl.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const { value: type } = node.name;
    weigh(type, node);
    if (
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.OBJECT_TYPE_EXTENSION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_EXTENSION
    ) {
      for (const field of node.fields ?? []) readField(`${type}.${field.name.value}`, field);
    }
  }
  return { weights, sizes };
}

const directiveOf = (
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
) => directives.find((directive) => directive.name.value === name);

const valuesOf = (directive: ConstDirectiveNode | undefined, name: string) =>
  (directive?.arguments ?? [])
    .filter((argument) => argument.name.value === name)
    .map(({ value }) => value);

const intOf = (node: ConstValueNode): readonly number[] =>
  node.kind === Kind.INT ? [Number(node.value)] : [];

const textsOf = (node: ConstValueNode): readonly string[] => {
  if (node.kind === Kind.LIST) return node.values.flatMap(textsOf);
  return node.kind === Kind.STRING ? [node.value] : [];
};
