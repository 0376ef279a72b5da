import { Kind, parse, print, type InputValueDefinitionNode } from 'graphql';

/** An argument or an input field that is a text, a list, or a list of texts. */
export interface InputPlace {
  /** `Query.items(after)`, `ItemFilter.status`. */
  readonly name: string;
  readonly isText: boolean;
  readonly isList: boolean;
  readonly bounds: ReadonlySet<string>;
}

export function textsAndLists(sdl: string): readonly InputPlace[] {
  return parse(sdl)
    .definitions.flatMap((definition) => {
      switch (definition.kind) {
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
          return (definition.fields ?? []).map((field) =>
            placeOf(`${definition.name.value}.${field.name.value}`, field),
          );
        case Kind.OBJECT_TYPE_DEFINITION:
          return (definition.fields ?? []).flatMap(({ name, arguments: given }) =>
            (given ?? []).map((one) =>
              placeOf(`${definition.name.value}.${name.value}(${one.name.value})`, one),
            ),
          );
        default:
          return [];
      }
    })
    .filter(({ name, isText, isList }) => (isText || isList) && !/^(join|link)__/.test(name));
}

export const isBounded = ({ isText, isList, bounds }: InputPlace): boolean =>
  (!isText || bounds.has('maxLength')) && (!isList || bounds.has('maxItems'));

function placeOf(name: string, { type, directives }: InputValueDefinitionNode): InputPlace {
  const written = print(type);
  const constraint = directives?.find((one) => one.name.value === 'constraint');
  return {
    name,
    isText: /\bString\b/.test(written),
    isList: written.includes('['),
    bounds: new Set(constraint?.arguments?.map((argument) => argument.name.value)),
  };
}
