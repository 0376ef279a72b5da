import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Exchange } from '@onewindow/runtime';
import { errorInLanguage, parseLanguage } from '@onewindow/subgraph';
import type { GraphQLError } from 'graphql';
import { answerError } from '../http/answer.ts';
import { readJsonBody } from '../http/json-body.ts';
import type { RequestRates } from '../rates/request-rates.ts';
import { answerTooMany } from '../rates/too-many-error.ts';
import { SESSION, type ViewerOfRequestOptions } from '../viewer-of-request.ts';
import type { ConnectionCount } from './connection-count.ts';
import { at, identify, type LiveConnection } from './live-connection.ts';
import { liveError } from './live-error.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveMetrics } from './live-metrics.ts';
import { readLiveRequest, type LiveRequest } from './live-request.ts';
import type { LiveUpdates } from './live-updates.ts';
import { Refused } from './refused.ts';
import type { Subscriber } from './subscriber.ts';

export interface EventStreamOptions {
  readonly live: LiveUpdates;
  readonly identity: ViewerOfRequestOptions;
  readonly rates: RequestRates | undefined;
  readonly addressOf: (request: Exchange['request']) => string;
  readonly count: ConnectionCount;
  readonly limits: LiveLimits;
  readonly metrics: LiveMetrics;
}

/**
 * `/graphql/stream`: one subscription as Server-Sent Events, as graphql-sse has it in its mode of distinct
 * connections; by POST, and by GET for the browser's own `EventSource`. Reasons to refuse go by the stream as well:
 * a browser shows nothing of another answer.
 */
export function createEventStreamRoute(options: EventStreamOptions) {
  const { live, count, metrics, rates } = options;
  return async (exchange: Exchange): Promise<void> => {
    const { request, response, log, traceId } = exchange;
    const refuse = (status: number, fault: Parameters<typeof liveError>[0]) => {
      const language = parseLanguage(request.headers['accept-language']);
      const { message, extensions } = errorInLanguage(liveError(fault), language);
      answerError(response, status, { code: String(extensions['code']), message, traceId });
    };
    const payload = payloadOf(exchange);
    if (payload === undefined) {
      refuse(400, 'NO_STREAM');
      return;
    }
    const address = options.addressOf(request);
    const tooMany = await rates?.connection(address);
    if (tooMany) {
      const acceptLanguage = request.headers['accept-language'];
      answerTooMany(response, tooMany, { acceptLanguage, traceId });
      return;
    }
    const connection = await identify({ ...options, log }, request.headers, address);
    if (connection === undefined) {
      refuse(401, 'TOKEN_REFUSED');
      return;
    }
    const leave = count.enter();
    if (leave === undefined) {
      refuse(503, 'TOO_MANY_CONNECTIONS');
      return;
    }
    metrics.connected('sse', 1);
    response.once('close', () => {
      leave();
      metrics.connected('sse', -1);
    });
    const { mintedSession, caller } = connection;
    if (mintedSession !== undefined) response.setHeader(SESSION, mintedSession);
    writeHead(response);
    try {
      const asked = withHeader(readLiveRequest(payload, caller.language), request.headers);
      const subscriber = await live.subscribe(asked, caller, ({ text, eventId }) =>
        write(response, `id: ${eventId}\nevent: next\ndata: ${text}\n\n`),
      );
      serve(response, { connection, subscriber, limits: options.limits });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      finish(response, error.errors);
    }
  };
}

/** What is asked for, as JSON; undefined for what is no request of a stream. */
function payloadOf({ request, body }: Exchange): unknown {
  try {
    if (
      request.method === 'POST' &&
      /^application\/json\b/.test(request.headers['content-type'] ?? '')
    ) {
      const read = readJsonBody(body);
      return read.ok ? read.value : undefined;
    }
    if (request.method !== 'GET') return undefined;
    const { searchParams } = new URL(request.url ?? '/', 'http://gateway.invalid');
    const { variables = 'null', extensions = 'null', ...texts } = Object.fromEntries(searchParams);
    return {
      ...texts,
      variables: JSON.parse(variables) as unknown,
      extensions: JSON.parse(extensions) as unknown,
    };
  } catch {
    // Not a fault: the caller is told.
    return undefined;
  }
}

/** A browser that comes back says by a header what it heard last: later than what its address says. */
function withHeader(request: LiveRequest, headers: IncomingHttpHeaders): LiveRequest {
  const lastEventId = headers['last-event-id'];
  return typeof lastEventId === 'string' && lastEventId !== ''
    ? { ...request, lastEventId }
    : request;
}

function writeHead(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // Proxies that collect answers would hold messages back.
    'x-accel-buffering': 'no',
  });
}

/** Until one side ends it. */
function serve(
  response: ServerResponse,
  about: {
    readonly connection: LiveConnection;
    readonly subscriber: Subscriber;
    readonly limits: LiveLimits;
  },
): void {
  const { connection, subscriber, limits } = about;
  // Whoever sees the head knows that from now on he is told.
  response.flushHeaders();
  const stopWaiting = at(connection.expiresAt, () => {
    subscriber.end(liveError('TOKEN_EXPIRED'));
  });
  const breathing = setInterval(() => {
    response.write(':\n\n');
  }, limits.keepAlive);
  breathing.unref();
  const leave = () => {
    subscriber.end();
  };
  response.once('close', leave);
  if (response.destroyed) leave();
  void subscriber.ended.then((error) => {
    stopWaiting();
    clearInterval(breathing);
    finish(response, error === undefined ? [] : [error]);
    // Whoever does not read does not read the end either.
    setTimeout(() => response.destroy(), limits.patience).unref();
  });
}

function finish(response: ServerResponse, errors: readonly GraphQLError[]): void {
  const reason = errors.length === 0 ? '' : `event: next\ndata: ${JSON.stringify({ errors })}\n\n`;
  response.end(`${reason}event: complete\ndata: \n\n`);
}

/** Resolves when it is on its way; of a connection that is gone its `close` is told. */
function write(response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve) => {
    response.write(text, () => {
      resolve();
    });
  });
}
