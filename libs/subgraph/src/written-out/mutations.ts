import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type StringValueNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { chineseOf, described, inWords } from './description.ts';
import { nameOf } from './pages.ts';
import { parsedFields, parsedInputs } from './parsed-field.ts';

const [commandId, expectedVersion] = parsedInputs(`
  "Makes a repetition harmless: the same id with the same input is answered again, not done again. 幂等标识"
  commandId: ID
  "The version on the screen: another one is a Conflict. 版本"
  expectedVersion: Int`);

/** What every mutation of a kind takes and can be refused for: the kit gives these refusals by itself. */
const MARKS = {
  command: {
    inputs: [commandId, expectedVersion],
    refusals: ['NotFound', 'Conflict', 'IdempotencyMismatch', 'NotPermittedInStatus'],
  },
  creation: { inputs: [commandId], refusals: ['IdempotencyMismatch'] },
} as const;
type Mark = keyof typeof MARKS;

/** A mutation whose parts are written out. */
interface Marked {
  readonly name: string;
  readonly mark: Mark;
  readonly input: string;
  readonly result: string;
  readonly success: string;
  /** The fields of the success; none where it is defined by hand. */
  readonly answers: readonly FieldDefinitionNode[];
  /** What it does, in Chinese: begins the descriptions of its parts. */
  readonly chinese: string;
}

/** The mutations that bear `@command(answers: "alert: Alert!")` or `@creation(answers: …)`. */
export const markedIn = (documents: readonly DocumentNode[]): readonly Marked[] =>
  documents
    .flatMap(({ definitions }) => definitions)
    .flatMap((definition) => (isMutation(definition) ? (definition.fields ?? []) : []))
    .flatMap((field) => {
      const mark = markOf(field);
      return mark ? [partsOf(field, mark)] : [];
    });

function isMutation(
  definition: DefinitionNode,
): definition is ObjectTypeDefinitionNode | ObjectTypeExtensionNode {
  return isObject(definition) && definition.name.value === 'Mutation';
}

const isObject = (
  definition: DefinitionNode,
): definition is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
  definition.kind === Kind.OBJECT_TYPE_EXTENSION || definition.kind === Kind.OBJECT_TYPE_DEFINITION;

const isMark = ({ name }: ConstDirectiveNode) => Object.hasOwn(MARKS, name.value);
const markOf = ({ directives = [] }: FieldDefinitionNode) => directives.find(isMark);

function partsOf(field: FieldDefinitionNode, mark: ConstDirectiveNode): Marked {
  const name = field.name.value;
  const input = field.arguments?.find((one) => one.name.value === 'input');
  const result = nameOf(field.type);
  if (!input || !result.endsWith('Result')) {
    throw new Error(`${name}: @${mark.name.value} is for ${name}(input: …): …Result!`);
  }
  const answers = mark.arguments?.find((one) => one.name.value === 'answers')?.value;
  return {
    name,
    mark: mark.name.value as Mark,
    input: nameOf(input.type),
    result,
    success: result.replace(/Result$/u, 'Success'),
    answers: answers?.kind === Kind.STRING ? parsedFields(answers.value) : [],
    // Without what is said of it beside its name.
    chinese: chineseOf(field.description)?.split(/[，；（]/u)[0] ?? '',
  };
}

/** A definition with what the marks of mutations add to it: fields of inputs, members of unions. */
export function withParts(definition: DefinitionNode, marked: readonly Marked[]): DefinitionNode {
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    const of = marked.find(({ input }) => input === definition.name.value);
    return of ? inputOf(definition, of) : definition;
  }
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    const of = marked.find(({ result }) => result === definition.name.value);
    return of ? unionOf(definition, of) : definition;
  }
  return isMutation(definition)
    ? { ...definition, fields: (definition.fields ?? []).map(withoutMark) }
    : definition;
}

function withoutMark(field: FieldDefinitionNode): FieldDefinitionNode {
  if (!markOf(field)) return field;
  return {
    ...field,
    directives: (field.directives ?? []).filter((one) => !isMark(one)),
    arguments: (field.arguments ?? []).map((argument) => ({
      ...argument,
      description: argument.description ?? described('What is asked. 输入'),
    })),
  };
}

function inputOf(
  definition: InputObjectTypeDefinitionNode,
  { name, mark, chinese }: Marked,
): InputObjectTypeDefinitionNode {
  const { fields = [], description = described(`What ${name} is asked. ${chinese}的输入`) } =
    definition;
  const own = new Set(fields.map((field) => field.name.value));
  const added = MARKS[mark].inputs.filter(
    (field) => field !== undefined && !own.has(field.name.value),
  ) as typeof fields;
  return { ...definition, description, fields: [...fields, ...added] };
}

const named = (name: string): NamedTypeNode => ({
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value: name },
});

function unionOf(
  definition: UnionTypeDefinitionNode,
  { name, mark, success, chinese }: Marked,
): UnionTypeDefinitionNode {
  const { types = [], description = described(`What ${name} answers. ${chinese}的结果`) } =
    definition;
  const members = [success, ...MARKS[mark].refusals, ...types.map((type) => type.name.value)];
  return { ...definition, description, types: [...new Set(members)].map(named) };
}

/**
 * Success and union of each marked mutation, as far as nobody has defined them: with their descriptions, the
 * success's field in the words of its own name and the Chinese of its type.
 */
export function partsToAdd(
  marked: readonly Marked[],
  isDefined: (name: string) => boolean,
  chineseOfType: (name: string) => string | undefined,
): readonly DefinitionNode[] {
  return marked.flatMap((of): DefinitionNode[] => {
    if (!isDefined(of.success) && of.answers.length === 0) {
      throw new Error(`${of.name}: @${of.mark}(answers: "field: Type!"), or define ${of.success}.`);
    }
    const success: ObjectTypeDefinitionNode = {
      kind: Kind.OBJECT_TYPE_DEFINITION,
      description: described(`${of.name} was done. ${of.chinese}成功`),
      name: { kind: Kind.NAME, value: of.success },
      fields: of.answers.map((field) => ({
        ...field,
        description: field.description ?? asItIsNow(field, chineseOfType(nameOf(field.type))),
      })),
    };
    const union: UnionTypeDefinitionNode = {
      kind: Kind.UNION_TYPE_DEFINITION,
      name: { kind: Kind.NAME, value: of.result },
    };
    return [
      ...(isDefined(of.success) ? [] : [success]),
      ...(isDefined(of.result) ? [] : [unionOf(union, of)]),
    ];
  });
}

const asItIsNow = ({ name }: FieldDefinitionNode, chinese = '办理后内容'): StringValueNode =>
  described(`The ${inWords(name.value)} as it is now. ${chinese}`);
