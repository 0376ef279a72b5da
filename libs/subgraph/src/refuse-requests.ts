import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  isInputObjectType,
  Kind,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { readCostDirectives } from './limits/cost-directives.ts';
import { limitError } from './limits/limit-errors.ts';
import type { Limits } from './limits/limits.ts';
import { createCostModel } from './limits/operation-cost.ts';
import { maskError } from './mask-errors.ts';
import { readInputMarks } from './variables/input-marks.ts';
import { createVariableCoercion } from './variables/variable-coercion.ts';
import { variableErrors } from './variables/variable-errors.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Of references as many as are sent. */
const ENTITIES = { assumedSize: 1, slicingArguments: ['representations'], sizedFields: [] };

/**
 * Requests that end before anything is done: variables that graphql-js would print in full, over and
 * over, and operations that cost too much with their variables.
 */
export function refuseRequests(schema: GraphQLSchema, { cost: limit }: Limits): ApolloServerPlugin {
  const sdl = sdlOf(schema);
  const coercion = createVariableCoercion(schema, { marks: readInputMarks(sdl) });
  const { weights, sizes } = readCostDirectives(sdl);
  const costs = createCostModel(schema, {
    weights,
    sizes: new Map([...sizes, ['Query._entities', ENTITIES]]),
  });
  const compile = (document: DocumentNode, operation: OperationDefinitionNode) => {
    const coerce = coercion.compile(document, operation);
    const cost = costs.compile(document, operation);
    return (given: Variables): readonly GraphQLError[] => {
      const read = coerce(given);
      if (!read.ok) return variableErrors(read.faults);
      const found = cost.estimated(read.values);
      if (found <= limit) return [];
      const mostExpensive = cost.mostExpensive(read.values);
      return [limitError('COST_LIMIT', { limit, found, mostExpensive })];
    };
  };
  // Documents are kept by the server, parsed.
  const compiled = new WeakMap<OperationDefinitionNode, ReturnType<typeof compile>>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ document, request, ...about }) => {
          const operation = about.operation as OperationDefinitionNode | undefined;
          // Which operation is meant may be unknown: that is refused elsewhere.
          if (operation === undefined) return Promise.resolve(null);
          const refuse = compiled.get(operation) ?? compile(document, operation);
          compiled.set(operation, refuse);
          const errors = refuse(request.variables ?? {});
          if (errors.length === 0) return Promise.resolve(null);
          return Promise.resolve({
            http: { status: 400, headers: new HeaderMap() },
            body: {
              kind: 'single',
              singleResult: { errors: errors.map((error) => maskError(error.toJSON(), error)) },
            },
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
