import type { GraphQLSchema } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { Row } from '../setup/table.mjs';

/**
 * What is wrong with the claims of `done` rows: coordinates that the graph lacks, files of tests that are not there,
 * no test that accepts or none that refuses. Whether the tests pass is told by the runner, see `reporter.mjs`.
 */
export function brokenClaims(
  rows: readonly Row[],
  graph: { readonly schema: GraphQLSchema; readonly isThere: (file: string) => boolean },
): readonly string[] {
  return rows
    .filter((row) => row.state === 'done')
    .flatMap((row) => {
      const at = `${row.id} (${row.service})`;
      return [
        ...(['accepts', 'refuses'] as const)
          .filter((wanted) => row.tests.every(({ kind }) => kind !== wanted))
          .map((wanted) => `${at} is done without a test that ${wanted}`),
        ...row.coordinates
          .filter((coordinate) => !hasCoordinate(graph.schema, coordinate))
          .map((coordinate) => `${at} names ${coordinate}, which the graph does not have`),
        ...row.tests
          .filter(({ file }) => !graph.isThere(file))
          .map(({ file }) => `${at} names a file that is not there: ${file}`),
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
