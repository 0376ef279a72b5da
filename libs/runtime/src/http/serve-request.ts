import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../logs/create-log.ts';
import { knownMethod, type Metrics } from '../metrics/create-metrics.ts';
import { answerError } from './answer.ts';
import { parseLanguage, type Language } from './language.ts';
import { signalOf } from './departure.ts';
import type { Exchange } from './exchange.ts';
import type { FoundRoute } from './find-route.ts';
import { readBody } from './read-body.ts';
import type { RunningRequests } from './running-requests.ts';
import { inSpan, isTracing, type SpanDescription } from '../traces/span.ts';
import { traceOfRequest, type RequestTrace } from '../traces/trace.ts';

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
  const departure = serving.running.begin(response);
  const trace = traceOfRequest(request.headers);
  response.setHeader('x-request-id', trace.requestId);
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
    const { traceId } = trace;
    answerError(response, 404, { ...wordsFor(request).nothing, traceId });
    return;
  }
  const found = { request, response, path, departure };
  if (!isTracing() || isOperations(route.pattern)) {
    await serveRoute(serving, route, { ...found, ...trace });
    return;
  }
  await inSpan(serverSpan(request, route, trace), async (span) => {
    const { traceId, traceparent } = span ?? trace;
    await serveRoute(serving, route, { ...found, ...trace, traceId, traceparent });
    span?.set({ 'http.response.status_code': response.statusCode });
    if (response.statusCode >= 500) span?.fail(String(response.statusCode));
  });
}

async function serveRoute(
  serving: Serving,
  route: FoundRoute,
  found: Omit<Exchange, 'body' | 'log' | 'signal'> & { readonly requestId: string },
): Promise<void> {
  const { request, response, path, departure, traceId, traceparent, requestId } = found;
  const body = await bodyFor(route, request, serving.bodyLimit);
  if (body === 'aborted') return;
  if (body === 'too-large') {
    // The rest of the body is not read, so the connection can't be used again.
    response.shouldKeepAlive = false;
    const limit = route.bodyLimit ?? serving.bodyLimit;
    answerError(response, 413, { ...wordsFor(request).tooLarge(limit), traceId, limit });
    return;
  }
  let made: Log | undefined;
  let signal: AbortSignal | undefined;
  const exchange: Exchange = {
    ...{ request, response, path, body, departure, traceId, traceparent },
    get signal() {
      return (signal ??= signalOf(departure));
    },
    // Most requests say nothing.
    get log() {
      return (made ??= serving.log.child(
        requestId === traceId ? { traceId } : { traceId, requestId },
      ));
    },
  };
  try {
    await route.handle(exchange);
  } catch (error) {
    exchange.log.error({ err: error, route: route.pattern }, 'request failed');
    answerError(response, 500, { ...wordsFor(request).fault, traceId });
    // Half an answer must not look like a whole one.
    if (!response.writableEnded) response.destroy();
  }
}

interface Told {
  readonly code: string;
  readonly message: string;
}
const WORDS = {
  en: {
    nothing: { code: 'NOT_FOUND', message: 'Nothing is here.' },
    tooLarge: (limit: number): Told => ({
      code: 'PAYLOAD_TOO_LARGE',
      message: `The body of the request is larger than ${bytes(limit)} bytes. Send it in several requests.`,
    }),
    fault: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong here.' },
  },
  zh: {
    nothing: { code: 'NOT_FOUND', message: '此处没有内容。' },
    tooLarge: (limit: number): Told => ({
      code: 'PAYLOAD_TOO_LARGE',
      message: `请求正文超过 ${bytes(limit)} 字节，请分几次提交。`,
    }),
    fault: { code: 'INTERNAL_SERVER_ERROR', message: '系统内部错误。' },
  },
} as const satisfies Record<Language, object>;

const bytes = (limit: number): string => limit.toLocaleString('en');
const wordsFor = ({ headers }: IncomingMessage) => WORDS[parseLanguage(headers['accept-language'])];

/** What machinery asks for every few seconds would bury the traces of people. */
const isOperations = (pattern: string) => pattern === '/metrics' || pattern.startsWith('/health/');

function serverSpan(
  { method = 'GET' }: IncomingMessage,
  { pattern }: FoundRoute,
  { isContinued, traceparent }: RequestTrace,
): SpanDescription {
  const known = knownMethod(method);
  return {
    name: `${known} ${pattern}`,
    kind: 'server',
    attributes: { 'http.request.method': known, 'http.route': pattern },
    parent: isContinued ? traceparent : null,
  };
}

const EMPTY = Buffer.alloc(0);

async function bodyFor(route: FoundRoute, request: IncomingMessage, limit: number) {
  if (route.readsBody === true) return EMPTY;
  const read = await readBody(request, route.bodyLimit ?? limit);
  return read.kind === 'complete' ? read.body : read.kind;
}
