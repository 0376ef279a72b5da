import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import {
  freePort,
  locateNats,
  startNats as startServer,
  workspaceRoot,
  type ClusterPlace,
} from '@onewindow/runtime/embedded';
import { jetStreamAnswers } from './jetstream-answers.ts';

export interface StartedNats {
  readonly url: string;
  readonly port: number;
  readonly storeDir: string;
  /** SIGTERM, later SIGKILL. The store stays when it was named by the caller. */
  stop(): Promise<void>;
  /** SIGKILL, as in a crash; the store stays until `stop`. */
  kill(): Promise<void>;
}

/**
 * A broker of the test's own, in a process of its own, ready when JetStream answers a client. It syncs
 * always. The same `storeDir` and `port` bring back one that was killed. NATS_URL is not looked at: a
 * test that kills its broker must own it.
 */
export async function startNats(
  options: {
    readonly storeDir?: string;
    readonly port?: number;
    readonly cluster?: ClusterPlace;
    readonly maxFileStore?: number;
  } = {},
): Promise<StartedNats> {
  const located = locateNats({ ...env, NATS_URL: '' }, workspaceRoot(process.cwd()));
  if (located.kind === 'missing') throw new Error(located.advice);
  if (located.kind === 'address') throw new Error('A test needs a broker that it may kill.');
  const storeDir = options.storeDir ?? mkdtempSync(join(tmpdir(), 'onewindow-nats-'));
  const port = options.port ?? (await freePort());
  const server = await startServer(located, {
    ...{ directory: storeDir, port, env },
    ...(options.cluster && { cluster: options.cluster }),
    ...(options.maxFileStore !== undefined && { maxFileStore: options.maxFileStore }),
    ping: jetStreamAnswers,
  });
  return {
    url: server.url,
    port,
    storeDir,
    stop: async () => {
      await server.stop();
      if (options.storeDir === undefined) rmSync(storeDir, { recursive: true, force: true });
    },
    kill: async () => {
      await server.kill();
    },
  };
}
