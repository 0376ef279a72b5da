import { runService } from '@onewindow/runtime';
import { parseCasesEnvironment } from './environment.ts';
import { createCasesService } from './service.ts';

await runService({
  service: 'cases',
  source: process.env,
  parse: parseCasesEnvironment,
  start: async ({ environment, log, metrics, lifecycle }) => {
    const { failPoint } = environment.local;
    const service = await createCasesService(environment, {
      log,
      metrics,
      // A crash as the kernel makes it: nothing is flushed and nobody is told.
      failPoints: (name) => {
        if (name === failPoint) process.kill(process.pid, 'SIGKILL');
      },
    });
    lifecycle.onStop('drainRequests', 'cases', service.stop);
    await service.start();
    log.info({ url: service.url() }, 'the subgraph is served');
  },
});
