import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import type { LocatedNats } from './locate.ts';
import { portIsOpen } from './port-is-open.ts';
import type { EnvironmentSource } from './programs.ts';
import { startServer, type RunningServer, type StartServerOptions } from './start-server.ts';

export type RunnableNats = Extract<LocatedNats, { readonly kind: 'nats-server' }>;

export interface StartNatsOptions extends Pick<
  StartServerOptions,
  'logFile' | 'onSpawn' | 'onExit'
> {
  readonly directory: string;
  readonly port?: number;
  readonly env: EnvironmentSource;
  /** A client's connection and round trip. */
  readonly ping: (url: string) => Promise<boolean>;
}

/** A broker with JetStream on 127.0.0.1; its configuration and its store lie in `directory`. */
export async function startNats(
  server: RunnableNats,
  options: StartNatsOptions,
): Promise<RunningServer & { readonly url: string }> {
  const port = options.port ?? (await freePort());
  const url = `nats://127.0.0.1:${port}`;
  mkdirSync(options.directory, { recursive: true });
  const file = join(options.directory, 'nats-server.conf');
  writeFileSync(file, natsConfiguration(port, join(options.directory, 'jetstream')));
  const running = await startServer({
    ...options,
    command: server.command,
    args: ['--config', file],
    env: { ...options.env, ...server.env },
    isReady: async () => (await portIsOpen(port)) && (await options.ping(url)),
  });
  return { ...running, url };
}

/** `sync_interval: always`: by default JetStream acknowledges up to two minutes before it syncs. */
export const natsConfiguration = (port: number, store: string): string =>
  [
    `listen: "127.0.0.1:${port}"`,
    'jetstream {',
    `  store_dir: ${JSON.stringify(store)}`,
    '  sync_interval: always',
    '}',
    '',
  ].join('\n');
