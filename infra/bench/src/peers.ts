import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, workspaceRoot } from '@onewindow/runtime/embedded';
import { SUBGRAPHS } from './bench-graph.ts';
import { startContender, type Contender } from './contender.ts';

/** Other gateways that npm has, at the versions that were compared. They are no dependencies of ours. */
const PEERS = {
  '@graphql-hive/gateway': '2.15.1',
  '@graphql-hive/router-runtime': '1.4.23',
  '@grafbase/cli-x86_64-unknown-linux-musl': '0.103.0',
} as const;

interface PeersGraph {
  readonly folder: string;
  readonly supergraphFile: string;
  readonly urlOf: (subgraph: keyof typeof SUBGRAPHS) => string;
}

/** Installs the peers into a folder that git ignores, once, and starts them: Hive's by its JavaScript and by its Rust planner, and Grafbase's. */
export async function peersOf(graph: PeersGraph): Promise<readonly Contender[]> {
  const folder = join(workspaceRoot(process.cwd()), 'infra/bench/.peers');
  if (!existsSync(join(folder, 'node_modules'))) install(folder);
  return [
    await hive(folder, { ...graph, name: 'Hive Gateway', more: [] }),
    await hive(folder, {
      ...{ ...graph, name: 'Hive Gateway, Rust planner', more: ['--hive-router-runtime'] },
    }),
    await grafbase(folder, graph),
  ];
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const names = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...names], {
    cwd: folder,
    stdio: 'inherit',
  });
}

async function hive(
  folder: string,
  { supergraphFile, name, more }: PeersGraph & { name: string; more: readonly string[] },
): Promise<Contender> {
  const port = await freePort();
  const at = ['--port', String(port), '--host', '127.0.0.1'];
  return startContender({
    name,
    command: [
      process.execPath,
      join(folder, 'node_modules/@graphql-hive/gateway/dist/bin.js'),
      ...['supergraph', supergraphFile, ...at, ...more],
    ],
    env: { HOME: folder },
    url: `http://127.0.0.1:${port}/graphql`,
  });
}

/** It composes by itself, from the same subgraphs. */
async function grafbase(peers: string, { folder, urlOf }: PeersGraph): Promise<Contender> {
  const subgraphs = Object.entries(SUBGRAPHS).map(([name, sdl]) => {
    const file = join(folder, `${name}.graphql`);
    writeFileSync(file, sdl);
    const url = urlOf(name as keyof typeof SUBGRAPHS);
    return `[subgraphs.${name}]\nurl = "${url}"\nschema_path = "${file}"\n`;
  });
  const config = join(folder, 'grafbase.toml');
  writeFileSync(config, subgraphs.join(''));
  const port = await freePort();
  return startContender({
    name: 'Grafbase (Rust)',
    command: [
      join(peers, 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase'),
      ...['dev', '--config', config, '--listen-address', `127.0.0.1:${port}`],
    ],
    env: { HOME: folder },
    url: `http://127.0.0.1:${port}/graphql`,
  });
}
