import type { Exchange, Handler } from '@onewindow/runtime';
import type { MayAsk } from './origins.ts';

/** What clients send that a browser asks about first. */
const REQUEST_HEADERS = [
  'accept-language',
  'apollo-require-preflight',
  'authorization',
  'content-type',
  'last-event-id',
  'onewindow-cost',
  'onewindow-session',
  'traceparent',
  'x-apollo-operation-name',
  'x-request-id',
].join(', ');
/** What a page of another origin may read beside the body. */
const ANSWER_HEADERS = ['etag', 'onewindow-session', 'retry-after', 'x-request-id'].join(', ');
/** How long a browser need not ask again, in seconds; browsers have their own most. */
const REMEMBERED = '7200';

/**
 * Lets pages of other origins use a route (CORS), with cookies and tokens, where `mayAsk` says so. Others get no header
 * that allows anything: their browsers keep the answer from them, and send nothing that changes something.
 */
export function createCrossOrigin(mayAsk: MayAsk): (handle: Handler) => Handler {
  return (handle) => (exchange) => {
    const { request, response } = exchange;
    response.setHeader('vary', 'origin');
    const { origin } = request.headers;
    const isAllowed = origin !== undefined && mayAsk(origin);
    if (isAllowed) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-allow-credentials', 'true');
    }
    if (isPreflight(exchange)) {
      if (isAllowed) {
        response.setHeader('access-control-allow-methods', 'GET, POST');
        response.setHeader('access-control-allow-headers', REQUEST_HEADERS);
        response.setHeader('access-control-max-age', REMEMBERED);
      }
      response.writeHead(204).end();
      return;
    }
    if (isAllowed) response.setHeader('access-control-expose-headers', ANSWER_HEADERS);
    return handle(exchange);
  };
}

const isPreflight = ({ request: { method, headers } }: Exchange): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
