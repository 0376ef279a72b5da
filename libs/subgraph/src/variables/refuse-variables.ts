import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  isInputObjectType,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { maskError } from '../mask-errors.ts';
import type { SubgraphContext } from '../request.ts';
import { readInputMarks } from './input-marks.ts';
import { createVariableCoercion, type CoerceVariables } from './variable-coercion.ts';
import { variableErrors } from './variable-errors.ts';

/** What graphql-js would print in full, over and over, is refused before it sees it. */
export function refuseVariables(schema: GraphQLSchema): ApolloServerPlugin<SubgraphContext> {
  const coercion = createVariableCoercion(schema, { marks: readInputMarks(sdlOf(schema)) });
  // Documents are kept by the server, parsed.
  const compiled = new WeakMap<OperationDefinitionNode, CoerceVariables>();
  const coerceOf = (document: DocumentNode, operation: OperationDefinitionNode) => {
    let found = compiled.get(operation);
    if (!found) compiled.set(operation, (found = coercion.compile(document, operation)));
    return found;
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ document, operation, request, contextValue }) => {
          // Which operation is meant may be unknown: that is refused elsewhere.
          if ((operation as OperationDefinitionNode | undefined) === undefined)
            return Promise.resolve(null);
          const read = coerceOf(document, operation)(request.variables ?? {});
          if (read.ok) return Promise.resolve(null);
          const errors = variableErrors(read.faults, contextValue.language ?? 'zh').map((error) =>
            maskError(error.toJSON(), error),
          );
          return Promise.resolve({
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors } },
          });
        },
      }),
  };
}

/** The definitions that a schema was made of. */
function sdlOf(schema: GraphQLSchema): DocumentNode {
  const types = Object.values(schema.getTypeMap());
  return {
    kind: Kind.DOCUMENT,
    definitions: types.flatMap((type) => [
      ...(type.astNode ? [type.astNode] : []),
      ...(isInputObjectType(type) ? type.extensionASTNodes : []),
    ]),
  };
}
