import { mkdirSync } from 'node:fs';
import { freePort } from './free-port.ts';
import type { LocatedMongo } from './locate.ts';
import { portIsOpen } from './port-is-open.ts';
import type { EnvironmentSource } from './programs.ts';
import { startServer, type RunningServer, type StartServerOptions } from './start-server.ts';

export type RunnableMongo = Extract<LocatedMongo, { readonly kind: 'mongod' | 'secantus' }>;

export interface StartMongoOptions extends Pick<
  StartServerOptions,
  'logFile' | 'onSpawn' | 'onExit'
> {
  readonly directory: string;
  readonly port?: number;
  /** The environment that the server inherits (PATH, HOME …). */
  readonly env: EnvironmentSource;
  /** A driver's `ping` command. */
  readonly ping: (uri: string) => Promise<boolean>;
  /** `replSetInitiate`, needed by `mongod` only: must bear a set that exists, and wait for the primary. */
  readonly initiate: (uri: string, replicaSet: string) => Promise<void>;
}

export const REPLICA_SET = 'onewindow';

/** A database that has lost nothing it acknowledged, on 127.0.0.1. The uri names no database. */
export async function startMongo(
  server: RunnableMongo,
  options: StartMongoOptions,
): Promise<RunningServer & { readonly uri: string }> {
  const port = options.port ?? (await freePort());
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  mkdirSync(options.directory, { recursive: true });
  const running = await startServer({
    ...options,
    command: server.command,
    args:
      server.kind === 'mongod'
        ? mongodArguments(port, options.directory)
        : secantusArguments(port, options.directory),
    env: { ...options.env, ...server.env },
    isReady: async () => (await portIsOpen(port)) && (await options.ping(uri)),
  });
  if (server.kind === 'mongod') await initiated(running, () => options.initiate(uri, REPLICA_SET));
  return { ...running, uri };
}

/** A set of one: transactions and `w: majority` need a replica set. */
export const mongodArguments = (port: number, directory: string): readonly string[] => [
  ...['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', directory],
  ...['--replSet', REPLICA_SET, '--quiet'],
];

/** `--sync-on-commit`: without it acknowledged writes are lost in a crash. */
export const secantusArguments = (port: number, directory: string): readonly string[] => [
  ...['--sync-on-commit', '--port', String(port), '--storage-path', directory],
  ...['--log-level', 'ERROR'],
];

async function initiated(running: RunningServer, initiate: () => Promise<void>): Promise<void> {
  try {
    await initiate();
  } catch (cause) {
    await running.stop();
    throw new Error(`The replica set could not be initiated`, { cause });
  }
}
