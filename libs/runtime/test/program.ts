import { env } from 'node:process';
import {
  inSpan,
  logEnvironment,
  natsEnvironment,
  parseEnvironment,
  runService,
} from '../src/index.ts';

// A service of nothing, for the spec beside it: its one step of stopping does what HOLD says.
void runService({
  service: 'trial',
  source: env,
  parse: (source) => parseEnvironment(source, { log: logEnvironment, nats: natsEnvironment }),
  start: async ({ log, lifecycle }) => {
    const alive = setInterval(() => undefined, 1_000);
    lifecycle.onStop('close', 'timer', () => {
      log.info({}, 'closing');
      clearInterval(alive);
      return env['HOLD'] === 'yes' ? new Promise<void>(() => undefined) : undefined;
    });
    if (env['FAULT'] === 'yes') setTimeout(() => void Promise.reject(new Error('a bug')), 50);
    await inSpan({ name: 'trial begins', kind: 'internal' }, () => Promise.resolve());
  },
});
