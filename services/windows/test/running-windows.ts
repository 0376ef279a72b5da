import type { Viewer } from '@onewindow/identity';
import { startNats } from '@onewindow/messaging/testing';
import { createLog, createMetrics } from '@onewindow/runtime';
import { readEnvironment } from '../src/environment.ts';
import { createWindowsService } from '../src/service.ts';

const key = 'test:0123456789abcdef0123456789abcdef';

/** The service on a database of a test's and a broker of its own. */
export async function startWindows(mongo: { readonly uri: string; readonly name: string }) {
  const nats = await startNats();
  const metrics = createMetrics('windows');
  const environment = readEnvironment({
    MONGODB_URI: mongo.uri,
    MONGODB_DATABASE: mongo.name,
    NATS_URL: nats.url,
    REQUEST_TOKEN_KEYS: key,
    JOURNAL_HMAC_KEY: key,
    LOG_LEVEL: 'silent',
    PORT: '0',
    HOST: '127.0.0.1',
  });
  const log = createLog({ service: 'windows', level: 'silent' });
  const service = await createWindowsService(environment, { log, metrics });
  await service.start();
  return {
    execute: (query: string, variables: object, viewer: Viewer) =>
      service.executeOperation({ query, variables: { ...variables } }, { viewer }),
    /** What the requests so far have cost. */
    mongoCommands: async () => {
      const { text } = await metrics.render();
      const count = /^onewindow_request_mongo_commands_total\{.*\} (\d+)$/m.exec(text);
      return Number(count?.[1] ?? 0);
    },
    stop: async () => {
      await service.stop();
      await nats.stop();
    },
  };
}
