import {
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { argumentCoordinate, joinMarks, type InputMark, type InputMarks } from './input-marks.ts';

/** What the places where variables are used say of them; those that are nowhere marked are not in it. */
export function marksOfVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  marks: InputMarks,
): ReadonlyMap<string, InputMark> {
  const found = new Map<string, InputMark[]>();
  if (marks.size === 0) return new Map();
  const note = (value: ValueNode, coordinate: string): void => {
    if (value.kind === Kind.LIST) {
      for (const item of value.values) note(item, coordinate);
      return;
    }
    const mark = value.kind === Kind.VARIABLE ? marks.get(coordinate) : undefined;
    if (mark === undefined || value.kind !== Kind.VARIABLE) return;
    const { value: name } = value.name;
    found.set(name, [...(found.get(name) ?? []), mark]);
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: ({ name, value }) => {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (parent && field) note(value, argumentCoordinate(parent.name, field.name, name.value));
      },
      ObjectField: ({ name, value }) => {
        const parent = types.getParentInputType();
        if (parent) note(value, `${namedOf(String(parent))}.${name.value}`);
      },
    }),
  );
  return new Map([...found].map(([name, all]) => [name, joinMarks(all)]));
}

const namedOf = (type: string): string => type.replaceAll(/[[\]!]/g, '');
