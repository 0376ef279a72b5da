import {
  getNamedType,
  isInputObjectType,
  Kind,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { argumentPlaces } from '../inputs/argument-places.ts';
import { joinMarks, type InputMark, type InputMarks } from './input-marks.ts';

/** What the places where variables are used say of them; those that are nowhere marked are not in it. */
export function marksOfVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  marks: InputMarks,
): ReadonlyMap<string, InputMark> {
  const found = new Map<string, InputMark[]>();
  if (marks.size === 0) return new Map();
  const note = (value: ValueNode, type: GraphQLInputType, coordinate: string): void => {
    if (value.kind === Kind.LIST) {
      for (const item of value.values) note(item, type, coordinate);
    } else if (value.kind === Kind.OBJECT) {
      const input = getNamedType(type);
      if (!isInputObjectType(input)) return;
      const fields = input.getFields();
      for (const { name, value: given } of value.fields) {
        const field = fields[name.value];
        if (field) note(given, field.type, `${input.name}.${name.value}`);
      }
    } else if (value.kind === Kind.VARIABLE) {
      const mark = marks.get(coordinate);
      const { value: name } = value.name;
      if (mark) found.set(name, [...(found.get(name) ?? []), mark]);
    }
  };
  for (const { value, type, coordinate } of argumentPlaces(schema, document))
    note(value, type, coordinate);
  return new Map([...found].map(([name, all]) => [name, joinMarks(all)]));
}
