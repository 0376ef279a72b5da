import { runService, type EnvironmentSource } from '@onewindow/runtime';
import type { Service, ServiceDependencies } from './define-service.ts';
import { IndexChangesTold } from './index-changes-told.ts';
import type { ServiceEnvironment } from './service-environment.ts';

/** Runs one service as this process, until it is told to stop. */
export function runAsProgram<Environment extends ServiceEnvironment>(program: {
  readonly service: string;
  /** `process.env`, which only a main.ts reads. */
  readonly source: EnvironmentSource;
  readonly parse: (source: EnvironmentSource) => Environment;
  readonly create: (environment: Environment, deps: ServiceDependencies) => Promise<Service>;
}): Promise<void> {
  return runService({
    ...program,
    start: async ({ environment, log, metrics, lifecycle }) => {
      const { failPoint } = environment.local;
      const service = await program
        .create(environment, {
          log,
          metrics,
          // A crash as the kernel makes it: nothing is flushed and nobody is told.
          failPoints: (name) => {
            if (name === failPoint) process.kill(process.pid, 'SIGKILL');
          },
        })
        .catch((error: unknown) => {
          if (!(error instanceof IndexChangesTold)) throw error;
          process.stdout.write(`${program.service}:\n${error.message}\n`);
          return undefined;
        });
      // A dry run: with nothing open the process ends by itself.
      if (service === undefined) return;
      lifecycle.onStop('drainRequests', program.service, service.stop);
      await service.start();
      log.info({ url: service.url() }, 'the subgraph is served');
    },
  });
}
