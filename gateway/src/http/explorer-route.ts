import type { Exchange } from '@onewindow/runtime';
import { EXPLORER_POLICY } from '../explorer/explorer-page.ts';
import { answerPage, type CompressedPage } from './compressed-page.ts';

/** `/`: the explorer, for browsers. */
export function createExplorerRoute(page: () => Promise<CompressedPage>) {
  return (exchange: Exchange): Promise<void> => {
    exchange.response.setHeader('content-security-policy', EXPLORER_POLICY);
    return answerPage(exchange, { page, type: 'text/html; charset=utf-8' });
  };
}
