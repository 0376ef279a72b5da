import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import {
  parse,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Log } from '@onewindow/runtime';
import { createOwnGateway } from '../src/execution/own-gateway.ts';
import type { SendSubrequest } from '../src/execution/plan-run.ts';
import type { RequestContext } from '../src/request-context.ts';
import { createStockGateway } from '../src/stock-gateway.ts';
import type { AnswerSubrequest, Subrequest } from './local-subgraphs.ts';

export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}
export type Execute = (asked: Asked) => Promise<FormattedExecutionResult>;

const apollo = {};
const nothing = () => undefined;
const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Our executor over subgraphs that `answer`. */
export async function ownExecutor(sdl: string, answer: AnswerSubrequest): Promise<Execute> {
  return executeBy(createOwnGateway(sdl, sendTo(answer)));
}

/** Subrequests and answers as they would be after the wire. */
export function sendTo(answer: AnswerSubrequest): SendSubrequest {
  return async ({ service, body }) => {
    const answered = await answer({
      service,
      ...(JSON.parse(body) as Pick<Subrequest, 'query' | 'variables'>),
    });
    return { ...answered, isPlain: !JSON.stringify(answered).includes('\\') };
  };
}

/** Apollo's executor over the same; by plans that are made elsewhere, if there are. */
export async function stockExecutor(
  sdl: string,
  answer: AnswerSubrequest,
  plan: (queryHash: string) => QueryPlan | undefined = nothing,
): Promise<Execute> {
  const cache = {
    get: (queryHash: string) => Promise.resolve(plan(queryHash)),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
    clear: nothing,
  };
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    logger,
    queryPlannerConfig: { cache },
    buildService: ({ name: service }) => ({
      process: ({ request: { query = '', variables = {} } }) =>
        answer({
          service,
          query,
          variables: JSON.parse(JSON.stringify(variables)) as object as never,
        }),
    }),
  });
  return executeBy(gateway);
}

/** The stock executor as the gateway has it where it is asked for by `GATEWAY_EXECUTOR`. */
export function shippedStockExecutor(sdl: string, answer: AnswerSubrequest): Promise<Execute> {
  const send = sendTo(answer);
  const client = (service: string) => ({
    send: (body: string, context: RequestContext, isQuery: boolean) =>
      send({ service, body, isQuery }, context),
  });
  return executeBy(createStockGateway(sdl, { client, log: logger as unknown as Log }));
}

async function executeBy(gateway: GatewayInterface): Promise<Execute> {
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => (schema = apiSchema));
  const { executor } = await gateway.load({ apollo });
  if (executor === null) throw new Error('The gateway has no executor.');
  return executorOf((request) => executor({ ...request, ...(schema && { schema }) }));
}

export function executorOf(executor: GatewayExecutor): Execute {
  return async (asked) => toJson(await executor(toRequest(asked)));
}

export function queryHashOf(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}

function toRequest({ query, variables, operationName }: Asked): Parameters<GatewayExecutor>[0] {
  const document = parse(query);
  return {
    request: { query, variables, operationName },
    document,
    queryHash: queryHashOf(query),
    source: query,
    context: { deadline: new Date(Date.now() + 600_000) },
    metrics: {},
    logger,
  } as unknown as GatewayGraphQLRequestContext;
}

function toJson(result: ExecutionResult): FormattedExecutionResult {
  return JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
}
