import { runService } from '@onewindow/runtime';
import { readEnvironment } from './environment.ts';
import { createWindowsService } from './service.ts';

await runService({
  service: 'windows',
  source: process.env,
  parse: readEnvironment,
  start: async ({ environment, lifecycle, ...observed }) => {
    const service = await createWindowsService(environment, observed);
    lifecycle.onStop('drainRequests', 'windows', service.stop);
    await service.start();
  },
});
