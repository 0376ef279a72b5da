import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../logs/create-log.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { answerError } from './answer.ts';
import type { FoundRoute } from './find-route.ts';
import { readBody } from './read-body.ts';
import type { RunningRequests } from './running-requests.ts';
import { traceIdOf } from './trace-id.ts';

export interface Serving {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly bodyLimit: number;
  readonly findRoute: (path: string) => FoundRoute | undefined;
  readonly running: RunningRequests;
}

/** From the head of a request to the end of its answer. Never throws: a fault is logged and masked. */
export async function serveRequest(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const signal = serving.running.begin(response);
  const traceId = traceIdOf(request.headers);
  response.setHeader('x-request-id', traceId);
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const route = serving.findRoute(path);
  response.once('close', () => {
    serving.metrics.observeRequest({
      method: request.method ?? 'GET',
      route: route?.pattern ?? 'none',
      status: response.statusCode,
      seconds: (performance.now() - started) / 1000,
    });
  });
  if (route === undefined) {
    answerError(response, 404, { message: 'Nothing is here.', code: 'NOT_FOUND', traceId });
    return;
  }
  const body = await bodyFor(route, request, serving.bodyLimit);
  if (body === 'aborted') return;
  if (body === 'too-large') {
    // The rest of the body is not read, so the connection can't be used again.
    response.shouldKeepAlive = false;
    const message = 'The request is too large.';
    answerError(response, 413, { message, code: 'PAYLOAD_TOO_LARGE', traceId });
    return;
  }
  const log = serving.log.child({ traceId });
  try {
    await route.handle({ request, response, path, body, signal, traceId, log });
  } catch (error) {
    log.error({ err: error, route: route.pattern }, 'request failed');
    const message = 'Something went wrong here.';
    answerError(response, 500, { message, code: 'INTERNAL_SERVER_ERROR', traceId });
    // Half an answer must not look like a whole one.
    if (!response.writableEnded) response.destroy();
  }
}

const EMPTY = Buffer.alloc(0);

async function bodyFor(route: FoundRoute, request: IncomingMessage, limit: number) {
  if (route.readsBody === true) return EMPTY;
  const read = await readBody(request, route.bodyLimit ?? limit);
  return read.kind === 'complete' ? read.body : read.kind;
}
