import type { EnvironmentSource } from '../embedded/programs.ts';
import { createLog, type Log, type LogLevel } from '../logs/create-log.ts';
import { createMetrics, type Metrics } from '../metrics/create-metrics.ts';
import { startExport, wantsTraces } from '../traces/start-tracing.ts';
import { createLifecycle, type Lifecycle } from './create-lifecycle.ts';

export interface ServiceProgram<Environment> {
  readonly service: string;
  /** `process.env`, which only a main.ts reads. */
  readonly source: EnvironmentSource;
  readonly parse: (source: EnvironmentSource) => Environment;
  readonly start: (context: {
    readonly environment: Environment;
    readonly log: Log;
    readonly metrics: Metrics;
    readonly lifecycle: Lifecycle;
  }) => Promise<void>;
}

/**
 * The edge of a process. The first SIGTERM or SIGINT stops in order, a second ends at once; what
 * nobody caught is logged and ends the process, since nothing is known of its state any more.
 */
export async function runService<
  Environment extends { readonly log: { readonly level: LogLevel } },
>({ service, source, parse, start }: ServiceProgram<Environment>): Promise<void> {
  let environment: Environment;
  try {
    environment = parse(source);
  } catch (error) {
    process.stderr.write(`${service}: ${(error as Error).message}\n`);
    process.exit(1);
  }
  const log = createLog({ service, level: environment.log.level });
  const lifecycle = createLifecycle(log);
  let isAsked = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isAsked) process.exit(1);
    isAsked = true;
    void lifecycle.stop(signal).then((isClean) => process.exit(isClean ? 0 : 1));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const onFault = (error: unknown) => {
    log.fatal({ err: error }, 'uncaught error');
    process.exit(1);
  };
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
  try {
    if (wantsTraces(source)) {
      const { stop } = await startExport(service, log);
      // Added first, so that it ends last: what the stop does is traced too.
      lifecycle.onStop('close', 'traces', stop);
    }
    await start({ environment, log, metrics: createMetrics(service), lifecycle });
    log.info({ pid: process.pid }, 'started');
  } catch (error) {
    log.fatal({ err: error }, 'could not start');
    await lifecycle.stop('could not start');
    process.exit(1);
  }
}
