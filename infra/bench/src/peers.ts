import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, workspaceRoot } from '@onewindow/runtime/embedded';
import { startContender, type Contender } from './contender.ts';

/** Other gateways that npm has, at the versions that were compared. They are no dependencies of ours. */
const PEERS = {
  '@graphql-hive/gateway': '2.15.0',
  '@graphql-hive/router-runtime': 'latest',
  '@grafbase/gateway-x86_64-unknown-linux-musl': 'latest',
} as const;

interface PeersGraph {
  readonly folder: string;
  readonly supergraph: string;
  readonly supergraphFile: string;
}

/** Installs the peers into a folder that git ignores, once, and starts those that run here. */
export async function peersOf(graph: PeersGraph): Promise<readonly Contender[]> {
  const folder = join(workspaceRoot(process.cwd()), 'infra/bench/.peers');
  if (!existsSync(join(folder, 'node_modules'))) install(folder);
  return [await hive(folder, graph)];
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const names = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...names], {
    cwd: folder,
    stdio: 'inherit',
  });
}

async function hive(folder: string, { supergraphFile }: PeersGraph): Promise<Contender> {
  const port = await freePort();
  return startContender({
    name: 'Hive Gateway',
    command: [
      join(folder, 'node_modules/.bin/hive-gateway'),
      ...['supergraph', supergraphFile, '--port', String(port), '--host', '127.0.0.1'],
    ],
    env: { HOME: folder },
    url: `http://127.0.0.1:${port}/graphql`,
  });
}
