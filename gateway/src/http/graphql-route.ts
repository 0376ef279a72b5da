import type { ApolloServer, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { viewerClaims, type Viewer } from '@onewindow/identity';
import type { Exchange } from '@onewindow/runtime';
import type { RequestContext } from '../request-context.ts';
import { SESSION, viewerOfRequest, type ViewerOfRequestOptions } from '../viewer-of-request.ts';
import { answerError, answerText } from './answer.ts';

export interface GraphqlRouteOptions {
  readonly server: ApolloServer<RequestContext>;
  readonly identity: ViewerOfRequestOptions;
  /** How long one operation may take, in milliseconds: the budget that subgraphs see. */
  readonly budget: number;
  /** Whether the session's cookie is for HTTPS alone. */
  readonly secureCookies: boolean;
}

/** `/graphql`: queries by POST and GET, mutations by POST, by Apollo's rules against forged requests. */
export function createGraphqlRoute(options: GraphqlRouteOptions) {
  return async (exchange: Exchange): Promise<void> => {
    const { request, response, log, traceId } = exchange;
    const authenticated = await viewerOfRequest(options.identity, request.headers, log);
    if (!authenticated.ok) {
      const message = 'The token is not valid. 登录凭证无效。';
      answerError(response, 401, { code: 'UNAUTHENTICATED', message, traceId });
      return;
    }
    const { viewer, mintedSession } = authenticated;
    if (mintedSession !== undefined) {
      const secure = options.secureCookies ? '; Secure' : '';
      response.setHeader(SESSION, mintedSession);
      response.setHeader(
        'set-cookie',
        `${SESSION}=${mintedSession}; Path=/; HttpOnly; SameSite=Lax${secure}`,
      );
    }
    const httpGraphQLRequest = toGraphqlRequest(exchange);
    if (httpGraphQLRequest === undefined) {
      const message = 'The body is no JSON.';
      answerError(response, 400, { code: 'BAD_REQUEST', message, traceId });
      return;
    }
    const context = () => Promise.resolve(contextOf(exchange, viewer, options.budget));
    send(response, await options.server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }));
  };
}

function contextOf(exchange: Exchange, viewer: Viewer, budget: number): RequestContext {
  const { request, traceId, traceparent } = exchange;
  const acceptLanguage = request.headers['accept-language'];
  return {
    viewer,
    claims: viewerClaims(viewer),
    traceId,
    traceparent,
    ...(acceptLanguage !== undefined && { acceptLanguage }),
    deadline: new Date(Date.now() + budget),
    signal: exchange.signal,
    log: exchange.log.child({ viewer: viewer.id }),
  };
}

function toGraphqlRequest({ request, body }: Exchange): HTTPGraphQLRequest | undefined {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = request.method ?? 'GET';
  const search = new URL(request.url ?? '/', 'http://gateway.invalid').search;
  if (method !== 'POST') return { method, headers, search, body: undefined };
  try {
    return { method, headers, search, body: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    // Not a fault: the caller is told with BAD_REQUEST.
    return undefined;
  }
}

function send(response: Exchange['response'], answer: HTTPGraphQLResponse): void {
  if (answer.body.kind !== 'complete') throw new Error('The gateway answers in one piece.');
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  answerText(response, answer.status ?? 200, answer.body.string);
}
