import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@onewindow/runtime/embedded';
import { startNats, type StartedNats } from './start-nats.ts';

export interface StartedCluster {
  /** The addresses of all three with commas between, as `NATS_URL` has them. */
  readonly url: string;
  /** SIGKILL of one of them, 0 to 2. */
  kill(index: number): Promise<void>;
  /** Starts a killed one again, on its port and with its store; answers when it has caught up enough to answer. */
  startAgain(index: number): Promise<void>;
  stop(): Promise<void>;
}

/** Three brokers on this machine that are one cluster, each with a store of its own that it syncs always. */
export async function startNatsCluster(): Promise<StartedCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-nats-cluster-'));
  const ports: { readonly port: number; readonly routePort: number }[] = [];
  for (const _ of [1, 2, 3]) ports.push({ port: await freePort(), routePort: await freePort() });
  const routePorts = ports.map(({ routePort }) => routePort);
  const start = (index: number) => {
    const { port = 0, routePort = 0 } = ports[index] ?? {};
    const server = `server-${index}`;
    return startNats({
      ...{ port, storeDir: join(folder, server) },
      cluster: { name: 'onewindow', server, routePort, routePorts },
    });
  };
  const servers: StartedNats[] = await Promise.all(ports.map((_, index) => start(index)));
  return {
    url: ports.map(({ port }) => `nats://127.0.0.1:${port}`).join(','),
    kill: async (index) => {
      await servers[index]?.kill();
    },
    startAgain: async (index) => {
      servers[index] = await start(index);
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
