import { Kind, parse, type FieldDefinitionNode, type InputValueDefinitionNode } from 'graphql';

/** Fields of an object type, from their text. */
export function parsedFields(text: string): readonly FieldDefinitionNode[] {
  const [definition] = parse(`type Parsed {\n${text}\n}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [];
}

/** Fields of an input, or arguments, from their text. */
export function parsedInputs(text: string): readonly InputValueDefinitionNode[] {
  const [definition] = parse(`input Parsed {\n${text}\n}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [];
}
