import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLRequest } from '@apollo/server';
import type { SubgraphTokenVerifier } from '@onewindow/identity';
import type { Logger } from 'pino';
import { DEADLINE_HEADER, parseDeadline } from '../deadline.ts';
import { parseLanguage } from '../language.ts';
import type { SubgraphRequest } from '../request.ts';
import { parseTrace } from '../trace.ts';
import { errorAnswer, send, type Answer } from './answer.ts';
import { parseOperation } from './parse-operation.ts';
import { readBody } from './read-body.ts';

/** Carries the gateway's request token: a JWS bound to this very body. */
export const REQUEST_TOKEN_HEADER = 'onewindow-request-token';

export interface GraphqlRouteOptions {
  readonly verifier: SubgraphTokenVerifier;
  readonly log: Logger;
  readonly maxBodyBytes: number;
  readonly execute: (
    operation: GraphQLRequest,
    request: SubgraphRequest,
    claim: () => Promise<boolean>,
  ) => Promise<Answer>;
}

/** POST /graphql: token over the raw body first, then the deadline, and only then is anything parsed. */
export function createGraphqlRoute(options: GraphqlRouteOptions) {
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { traceId, traceparent } = parseTrace(header(incoming, 'traceparent'));
    const refuse = (status: number, code: string, message: string) => {
      send(response, errorAnswer(status, { code, message, traceId }));
    };
    const body = await readBody(incoming, options.maxBodyBytes);
    if (!body) {
      refuse(413, 'BAD_REQUEST', 'The request is too large.');
      return;
    }
    const token = await options.verifier.verify(header(incoming, REQUEST_TOKEN_HEADER), body);
    if (!token.ok) {
      options.log.warn({ traceId, fault: token.fault }, 'request token refused');
      refuse(401, 'UNAUTHENTICATED', 'The request token is missing or not valid.');
      return;
    }
    const deadline = parseDeadline(header(incoming, DEADLINE_HEADER));
    const left = deadline && deadline.getTime() - Date.now();
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
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const signal =
      left === undefined ? gone.signal : AbortSignal.any([gone.signal, AbortSignal.timeout(left)]);
    const request: SubgraphRequest = {
      viewer,
      traceId,
      traceparent,
      language: parseLanguage(header(incoming, 'accept-language')),
      ...(deadline && { deadline }),
      signal,
      log: options.log.child({ traceId, viewer: viewer.id }),
    };
    const claim = () => options.verifier.claimForMutation(nonce);
    send(response, await options.execute(operation, request, claim));
  };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
