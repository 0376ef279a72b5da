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
  /** Makes it one server of a cluster. */
  readonly cluster?: ClusterPlace;
  /** The most that JetStream may reserve on the disk, in bytes: three quarters of what is free there. */
  readonly maxFileStore?: number;
  readonly env: EnvironmentSource;
  /** A client's connection and round trip. */
  readonly ping: (url: string) => Promise<boolean>;
}

/** Where a server stands in its cluster: all servers of one name that know each other's routes. */
export interface ClusterPlace {
  readonly name: string;
  /** Its own name, another one for each. */
  readonly server: string;
  readonly routePort: number;
  /** The route ports of all of them on this machine. */
  readonly routePorts: readonly number[];
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
  const store = join(options.directory, 'jetstream');
  writeFileSync(file, natsConfiguration(port, store, options));
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
export const natsConfiguration = (
  port: number,
  store: string,
  { cluster, maxFileStore }: Pick<StartNatsOptions, 'cluster' | 'maxFileStore'> = {},
): string =>
  [
    `listen: "127.0.0.1:${port}"`,
    ...(cluster === undefined ? [] : clusterConfiguration(cluster)),
    'jetstream {',
    `  store_dir: ${JSON.stringify(store)}`,
    '  sync_interval: always',
    ...(maxFileStore === undefined ? [] : [`  max_file_store: ${maxFileStore}`]),
    '}',
    '',
  ].join('\n');

const clusterConfiguration = ({ name, server, routePort, routePorts }: ClusterPlace) => [
  `server_name: ${JSON.stringify(server)}`,
  'cluster {',
  `  name: ${JSON.stringify(name)}`,
  `  listen: "127.0.0.1:${routePort}"`,
  `  routes: [${routePorts
    .filter((port) => port !== routePort)
    .map((port) => `"nats://127.0.0.1:${port}"`)
    .join(', ')}]`,
  '}',
];
