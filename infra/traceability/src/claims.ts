import type { GraphQLSchema } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { Row } from './table.ts';

/** What is wrong with the claims of `done` rows: coordinates that the graph lacks, tests that nobody wrote. */
export function brokenClaims(
  rows: readonly Row[],
  graph: { readonly schema: GraphQLSchema; readonly readTest: (file: string) => string | null },
): readonly string[] {
  return rows
    .filter((row) => row.state === 'done')
    .flatMap((row) => {
      const at = `${row.id} (${row.service})`;
      return [
        ...(row.tests.length === 0 ? [`${at} is done without a test`] : []),
        ...row.coordinates
          .filter((coordinate) => !hasCoordinate(graph.schema, coordinate))
          .map((coordinate) => `${at} names ${coordinate}, which the graph does not have`),
        ...row.tests
          .filter((test) => !isWritten(test, graph.readTest))
          .map((test) => `${at} names a test that does not exist: ${test}`),
      ];
    });
}

/** `Type`, `Type.field`, `Enum.VALUE` or `Input.field` of the schema. */
function hasCoordinate(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = '', member] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (type === undefined || member === undefined) return type !== undefined;
  if (isEnumType(type)) return type.getValue(member) !== undefined;
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
    ? member in type.getFields()
    : false;
}

function isWritten(test: string, readTest: (file: string) => string | null): boolean {
  const [file = '', name = ''] = test.split(' › ');
  const source = readTest(file.trim());
  const wanted = name.trim().replaceAll("'", "\\'");
  return (
    source !== null &&
    wanted !== '' &&
    [`'${wanted}'`, `"${name.trim()}"`, `\`${name.trim()}\``].some((quoted) =>
      source.includes(quoted),
    )
  );
}
