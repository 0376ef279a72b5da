import type { GraphQLRequest } from '@apollo/server';
import type { SubgraphTokenVerifier } from '@onewindow/identity';
import type { Exchange } from '@onewindow/runtime';
import { DEADLINE_HEADER, timeLeft } from '../deadline.ts';
import { parseLanguage } from '../language.ts';
import type { SubgraphRequest } from '../request.ts';
import { errorAnswer, send, type Answer } from './answer.ts';
import { parseOperation } from './parse-operation.ts';

/** Carries the gateway's request token: a JWS bound to this very body. */
export const REQUEST_TOKEN_HEADER = 'onewindow-request-token';

export interface GraphqlRouteOptions {
  readonly verifier: SubgraphTokenVerifier;
  readonly execute: (
    operation: GraphQLRequest,
    request: SubgraphRequest,
    claim: () => Promise<boolean>,
  ) => Promise<Answer>;
}

/** POST /graphql: token over the raw body first, then the deadline, and only then is anything parsed. */
export function createGraphqlRoute({ verifier, execute }: GraphqlRouteOptions) {
  return async (exchange: Exchange): Promise<void> => {
    const { response, body, log, traceId, traceparent } = exchange;
    const refuse = (status: number, code: string, message: string) => {
      send(response, errorAnswer(status, { code, message, traceId }));
    };
    if (exchange.request.method !== 'POST') {
      refuse(405, 'BAD_REQUEST', 'Operations come by POST.');
      return;
    }
    const token = await verifier.verify(header(exchange, REQUEST_TOKEN_HEADER), body);
    if (!token.ok) {
      log.warn({ fault: token.fault }, 'request refused');
      refuse(401, 'UNAUTHENTICATED', 'The request token is missing or not valid.');
      return;
    }
    const now = Date.now();
    const left = timeLeft(header(exchange, DEADLINE_HEADER), now);
    if (left === 'MALFORMED') {
      const form = 'must be milliseconds since 1970, at most an hour ahead';
      refuse(400, 'BAD_REQUEST', `The header ${DEADLINE_HEADER} ${form}.`);
      return;
    }
    if (left !== undefined && left <= 0) {
      refuse(504, 'DEADLINE_EXCEEDED', 'The time for this request was over before it began.');
      return;
    }
    const operation = parseOperation(body);
    if (!operation) {
      refuse(400, 'BAD_REQUEST', 'The body is no GraphQL request.');
      return;
    }
    const { viewer, nonce } = token.value;
    const request: SubgraphRequest = {
      viewer,
      traceId,
      traceparent,
      language: parseLanguage(header(exchange, 'accept-language')),
      ...(left !== undefined && { deadline: new Date(now + left) }),
      signal:
        left === undefined
          ? exchange.signal
          : AbortSignal.any([exchange.signal, AbortSignal.timeout(left)]),
      log: log.child({ viewer: viewer.id }),
    };
    send(response, await execute(operation, request, () => verifier.claimForMutation(nonce)));
  };
}

function header({ request }: Exchange, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
