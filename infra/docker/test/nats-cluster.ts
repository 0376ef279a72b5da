import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { connect, type NatsConnection } from 'nats';
import { freePort, locateNats, startServer, type RunningServer } from '@onewindow/runtime/embedded';
import { root, type Variables } from '../src/programs.ts';

export interface NatsCluster {
  /** `host:port` of each. */
  readonly servers: readonly string[];
  /** The address of one of them for this user. */
  urlOf(user: string): string;
  /** A connection of this user to whichever server is up. */
  connectAs(user: string, inboxPrefix?: string): Promise<NatsConnection>;
  /** Takes one server away, as a crash does. */
  loseOne(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The cluster of docker-compose.yml from its own configuration file, on ports of this machine; with one
 * more `user`, as the operator writes it there.
 */
export async function startNatsCluster(
  secrets: Variables,
  { user: more = '' } = {},
): Promise<NatsCluster> {
  const located = locateNats({ ...env, NATS_URL: '' }, root);
  if (located.kind !== 'nats-server') throw new Error('A test needs a broker that it may kill.');
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-cluster-'));
  const file = join(folder, 'nats.conf');
  const configuration = readFileSync(join(root, 'infra/docker/nats/nats.conf'), 'utf8');
  writeFileSync(
    file,
    configuration.replace('users: [', () => `users: [\n${more}`),
  );
  const passwordOf = (user: string) => secrets[`${user.toUpperCase()}_NATS_PASSWORD`] ?? '';
  const nodes: { client: number; route: number; monitor: number }[] = [];
  for (const _ of [1, 2, 3]) {
    nodes.push({ client: await freePort(), route: await freePort(), monitor: await freePort() });
  }
  const route = (port: number) =>
    `nats://route:${secrets['NATS_CLUSTER_PASSWORD'] ?? ''}@127.0.0.1:${port}`;
  const running: RunningServer[] = await Promise.all(
    nodes.map((node, index) =>
      startServer({
        command: located.command,
        args: [
          ...['-c', file, '--name', `nats-${index + 1}`],
          ...['-a', '127.0.0.1', '-p', String(node.client), '-m', String(node.monitor)],
          ...['--cluster', `nats://127.0.0.1:${node.route}`, '-sd', join(folder, String(index))],
          ...['--routes', nodes.flatMap((it) => (it === node ? [] : [route(it.route)])).join(',')],
        ],
        env: { ...env, ...located.env, ...secrets },
        // What the health check of docker-compose.yml asks, without leaving out the streams.
        isReady: async () =>
          (await fetch(`http://127.0.0.1:${node.monitor}/healthz`)).status === 200,
      }),
    ),
  );
  const servers = nodes.map(({ client }) => `127.0.0.1:${client}`);
  return {
    servers,
    urlOf: (user) => `nats://${user}:${passwordOf(user)}@${servers[0] ?? ''}`,
    connectAs: (user, inboxPrefix = '_INBOX') =>
      connect({ servers: [...servers], user, pass: passwordOf(user), inboxPrefix }),
    loseOne: async () => {
      await running.pop()?.kill();
    },
    stop: async () => {
      await Promise.all(running.map((server) => server.stop()));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
