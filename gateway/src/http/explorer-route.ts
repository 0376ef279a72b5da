import type { Exchange } from '@onewindow/runtime';
import { EXPLORER_POLICY, type ExplorerPage } from '../explorer/explorer-page.ts';
import { answerError } from './answer.ts';

/** `/`: the explorer, for browsers, all of which take gzip. */
export function createExplorerRoute(page: () => Promise<ExplorerPage>) {
  return async ({ request, response, traceId }: Exchange): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const message = 'This page is to be read.';
      answerError(response, 405, { code: 'BAD_REQUEST', message, traceId });
      return;
    }
    const { etag, br, gzip } = await page();
    response.setHeader('etag', etag);
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('content-security-policy', EXPLORER_POLICY);
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding']?.toString() ?? '');
    const body = takesBrotli ? br : gzip;
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': takesBrotli ? 'br' : 'gzip',
      'content-length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
