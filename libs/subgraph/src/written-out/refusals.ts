import { Kind, type DefinitionNode } from 'graphql';
import { parsedFields } from './parsed-field.ts';

const promised = parsedFields(`
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "The source of the demand, null when it is technical. 依据"
  rule: String`);

/** A type that implements `Rejection` has its fields, before its own; what it describes itself stays. */
export function withPromised(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const { interfaces = [], fields = [] } = definition;
  if (!interfaces.some(({ name }) => name.value === 'Rejection')) return definition;
  const own = new Map(fields.map((field) => [field.name.value, field]));
  const first = promised.map((field) => own.get(field.name.value) ?? field);
  return { ...definition, fields: [...new Set([...first, ...fields])] };
}
