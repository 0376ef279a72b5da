import {
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FieldNode,
  type SelectionSetNode,
  type StringValueNode,
} from 'graphql';

/** The field sets of a supergraph that representations are made of: of keys and of `@requires`. */
export function visitFieldSets(
  supergraph: DocumentNode,
  replace: (fieldSet: StringValueNode, at: FieldSetPlace) => StringValueNode | undefined,
): DocumentNode {
  let parent = '';
  let field = '';
  const enter = ({ name }: { readonly name: { readonly value: string } }) => {
    parent = name.value;
    return undefined;
  };
  return visit(supergraph, {
    ObjectTypeDefinition: { enter },
    InterfaceTypeDefinition: { enter },
    FieldDefinition: ({ name }) => {
      field = name.value;
    },
    Directive: (directive) => {
      const argument = FIELD_SETS[directive.name.value];
      if (argument === undefined) return undefined;
      return {
        ...directive,
        arguments: directive.arguments?.map((node) => {
          if (node.name.value !== argument || node.value.kind !== Kind.STRING) return node;
          return { ...node, value: replace(node.value, { parent, field, argument }) ?? node.value };
        }),
      };
    },
  });
}

export interface FieldSetPlace {
  /** The type that the fields are of. */
  readonly parent: string;
  /** The field that requires them, if one does. */
  readonly field: string;
  readonly argument: string;
}

const FIELD_SETS: Readonly<Record<string, string | undefined>> = {
  join__type: 'key',
  join__field: 'requires',
};

export function parseFieldSet({ value }: StringValueNode): SelectionSetNode {
  const [operation] = parse(`{ ${value} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${value} is no field set.`);
  return operation.selectionSet;
}

/** The names of all fields that a representation may be made of: no alias may be one of them. */
export function namesOfNeededFields(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set(['__typename', '_entities']);
  visitFieldSets(supergraph, (fieldSet) => {
    visit(parseFieldSet(fieldSet), {
      Field: (field: FieldNode) => {
        names.add(field.name.value);
      },
    });
    return undefined;
  });
  return names;
}
