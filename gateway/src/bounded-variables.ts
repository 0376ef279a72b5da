import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import {
  createVariableCoercion,
  parseLanguage,
  readInputMarks,
  variableErrors,
  type VariableCoercion,
} from '@onewindow/subgraph';
import { getOperationAST, parse, type GraphQLSchema } from 'graphql';
import type { RequestContext } from './request-context.ts';

/** An executor that gets no variables but right ones: Apollo's own prints wrong ones without a bound. */
export function boundVariables(execute: GatewayExecutor, supergraphSdl: string): GatewayExecutor {
  const marks = readInputMarks(parse(supergraphSdl, { noLocation: true }));
  const coercions = new WeakMap<GraphQLSchema, VariableCoercion>();
  const coercionOf = (schema: GraphQLSchema): VariableCoercion => {
    let found = coercions.get(schema);
    if (!found) coercions.set(schema, (found = createVariableCoercion(schema, { marks })));
    return found;
  };
  return (request) => {
    const { document, schema, operationName } = request;
    const operation = getOperationAST(document, operationName);
    if (!operation) return execute(request);
    const read = coercionOf(schema).compile(document, operation)(request.request.variables ?? {});
    if (read.ok) return execute(request);
    const { acceptLanguage } = request.context as RequestContext;
    return Promise.resolve({ errors: variableErrors(read.faults, parseLanguage(acceptLanguage)) });
  };
}
