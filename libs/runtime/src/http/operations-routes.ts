import type { Metrics } from '../metrics/create-metrics.ts';
import { answer } from './answer.ts';
import type { Routes } from './find-route.ts';

const TEXT = 'text/plain; charset=utf-8';

/** What load balancers ask: alive at all, and ready for traffic. Tells no more than that. */
export function healthRoutes(isReady: () => Promise<boolean>): Routes {
  return {
    '/health/live': ({ response }) => {
      answer(response, 200, { text: 'live\n', type: TEXT });
    },
    '/health/ready': async ({ response }) => {
      const ready = await isReady();
      answer(response, ready ? 200 : 503, { text: ready ? 'ready\n' : 'not ready\n', type: TEXT });
    },
  };
}

/** The process in numbers, for operators alone. */
export const metricsRoute = (metrics: Metrics): Routes => ({
  '/metrics': async ({ response }) => {
    const { text, contentType } = await metrics.render();
    answer(response, 200, { text, type: contentType });
  },
});
