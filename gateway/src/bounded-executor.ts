import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import {
  createCostModel,
  createArgumentBounds,
  createVariableCoercion,
  readCostDirectives,
  readInputMarks,
} from '@onewindow/subgraph';
import { getOperationAST, parse, type GraphQLSchema } from 'graphql';
import { createOperationReader } from './execution/operation-reader.ts';
import { tooMuchCost } from './rates/too-many-error.ts';
import type { RequestContext } from './request-context.ts';

/** An executor that gets no variables but right ones, and nothing that costs too much: Apollo's own has no such bounds. */
export function boundExecutor(
  execute: GatewayExecutor,
  {
    supergraphSdl,
    schema,
    cost,
  }: {
    readonly supergraphSdl: string;
    readonly schema: () => GraphQLSchema;
    readonly cost: number;
  },
): GatewayExecutor {
  const sdl = parse(supergraphSdl, { noLocation: true });
  const marks = readInputMarks(sdl);
  const directives = readCostDirectives(sdl);
  let models: Parameters<typeof createOperationReader>[0] | undefined;
  return async (request) => {
    const { document, operationName } = request;
    const operation = getOperationAST(document, operationName);
    if (!operation) return execute(request);
    models ??= {
      variables: createVariableCoercion(schema(), { marks }),
      bounds: createArgumentBounds(schema(), marks),
      costs: createCostModel(schema(), directives),
    };
    const reader = createOperationReader(models, { document, operation }, cost);
    const read = reader.read(request.request.variables ?? {});
    if (!read.ok) return { errors: read.errors };
    const tooMuch = await tooMuchCost(request.context as RequestContext, read.cost);
    return tooMuch ? { errors: [tooMuch] } : execute(request);
  };
}
