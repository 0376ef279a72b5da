import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '@onewindow/persistence';
import {
  freePort,
  programOnPath,
  secantusArguments,
  startServer,
  type EnvironmentSource,
} from '@onewindow/runtime/embedded';
import { startMongo } from '@onewindow/persistence/testing';

export interface PlanningServer {
  readonly name: string;
  readonly uri: string;
  stop(): Promise<void>;
}

/**
 * A server whose planner chooses among indexes as MongoDB does: the one at MONGODB_URI, else `mongod`, else
 * `secantusd-rs` on the PATH. The embedded server of the wheels has no such planner.
 */
export async function findPlanningServer(
  env: EnvironmentSource,
): Promise<PlanningServer | undefined> {
  const uri = env['MONGODB_URI'] ?? '';
  if (uri !== '') return { name: 'MONGODB_URI', uri, stop: () => Promise.resolve() };
  if (programOnPath(env, 'mongod') !== undefined) {
    const server = await startMongo();
    return { name: 'mongod', uri: server.uri, stop: () => server.kill() };
  }
  const command = programOnPath(env, 'secantusd-rs');
  return command === undefined ? undefined : await startSecantus(command, env);
}

async function startSecantus(command: string, env: EnvironmentSource): Promise<PlanningServer> {
  const port = await freePort();
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-indexes-'));
  const server = await startServer({
    command,
    args: secantusArguments(port, folder),
    env,
    isReady: async () => {
      const database = await connectDatabase({ uri, database: 'admin' });
      await database.ping().finally(() => database.close());
      return true;
    },
  });
  return {
    name: 'secantusd-rs',
    uri,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
