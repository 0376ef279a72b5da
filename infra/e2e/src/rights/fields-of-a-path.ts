import { parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';
import type { Path } from './path.ts';

/** Every field of the graph that a path's operation selects. A field that the graph has not fails. */
export function fieldsOf({ query }: Pick<Path, 'query'>, graph: GraphQLSchema): readonly string[] {
  const info = new TypeInfo(graph);
  const fields: string[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const [parent, definition] = [info.getParentType(), info.getFieldDef()];
        if (name.value === '_entities') return;
        if (!parent || !definition) throw new Error(`${query}: nothing has ${name.value}`);
        fields.push(`${parent.name}.${name.value}`);
      },
    }),
  );
  return fields;
}
