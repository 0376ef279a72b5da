import { runService } from '@onewindow/runtime';
import { readEnvironment } from './environment.ts';
import { createItemsService } from './service.ts';

await runService({
  service: 'items',
  source: process.env,
  parse: readEnvironment,
  start: async ({ environment, lifecycle, ...observed }) => {
    const service = await createItemsService(environment, observed);
    lifecycle.onStop('drainRequests', 'items', service.stop);
    await service.start();
    observed.log.info({ url: service.url() }, 'the subgraph is served');
  },
});
