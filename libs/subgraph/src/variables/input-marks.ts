import { TEXT_FORMS, type TextForm } from '@onewindow/kernel';
import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type InputValueDefinitionNode,
} from 'graphql';

/** What the SDL says of one field of an input, or of one argument, beside its type. */
export interface InputMark {
  /** `@personal`: what stands there is told to nobody, not even to who sent it. */
  readonly isPersonal: boolean;
  /** `@constraint(maxItems:)`: how long a list may be. */
  readonly maxItems?: number;
  /** `@constraint(maxLength:)`, in characters of the text once it is normalised as `form` says. */
  readonly maxLength?: number;
  readonly form?: TextForm;
}

/** Marks by coordinate: `Type.field` of an input, `Type.field(argument:)`; those without one are not in it. */
export type InputMarks = ReadonlyMap<string, InputMark>;

export const argumentCoordinate = (type: string, field: string, argument: string): string =>
  `${type}.${field}(${argument}:)`;

/** Reads the marks of a subgraph's or a supergraph's SDL. */
export function readInputMarks(sdl: DocumentNode): InputMarks {
  const marks = new Map<string, InputMark>();
  const note = (coordinate: string, node: InputValueDefinitionNode): void => {
    const mark = readMark(node.directives ?? []);
    if (mark !== undefined) marks.set(coordinate, mark);
  };
  for (const node of sdl.definitions) {
    switch (node.kind) {
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        for (const field of node.fields ?? [])
          note(`${node.name.value}.${field.name.value}`, field);
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        for (const field of node.fields ?? []) {
          for (const argument of field.arguments ?? []) {
            const { value } = argument.name;
            note(argumentCoordinate(node.name.value, field.name.value, value), argument);
          }
        }
        break;
      default:
    }
  }
  return marks;
}

function readMark(directives: readonly ConstDirectiveNode[]): InputMark | undefined {
  const isPersonal = directives.some(({ name }) => name.value === 'personal');
  const constraint = directives.find(({ name }) => name.value === 'constraint');
  const [maxItems, maxLength, format] = ['maxItems', 'maxLength', 'format'].map(
    (name) => constraint?.arguments?.find((argument) => argument.name.value === name)?.value,
  );
  const form = format?.kind === Kind.STRING && TEXT_FORMS.find((one) => one === format.value);
  const mark: InputMark = {
    isPersonal,
    ...(maxItems?.kind === Kind.INT && { maxItems: Number(maxItems.value) }),
    ...(maxLength?.kind === Kind.INT && { maxLength: Number(maxLength.value) }),
    ...(form && { form }),
  };
  return isPersonal || constraint ? mark : undefined;
}

/** What holds of a variable that is used at places with these marks. */
export const joinMarks = (marks: readonly InputMark[]): InputMark => ({
  isPersonal: marks.some(({ isPersonal }) => isPersonal),
});
