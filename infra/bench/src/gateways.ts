import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { createTestIssuer } from '@onewindow/identity/testing';
import { freePort, workspaceRoot } from '@onewindow/runtime/embedded';
import { parse } from 'graphql';
import type { Checkout } from './against.ts';
import { SUBGRAPHS, type SubgraphName } from './bench-graph.ts';
import { startContender, type Contender } from './contender.ts';
import { peersOf } from './peers.ts';

const NAMES = Object.keys(SUBGRAPHS) as readonly SubgraphName[];
/** The name of ours in the tables. */
export const OURS = 'One Window';
const secret = () => randomBytes(32).toString('base64');

export interface Gateways {
  /** In the order of the table; the first is what the others are compared with. */
  readonly contenders: readonly Contender[];
  /** The same query with no gateway in front: the subgraph by Apollo's server. */
  readonly plainSubgraph: Contender;
  stop(): Promise<void>;
}

export interface GatewaysOptions {
  readonly peers: boolean;
  /** Ours of another checkout, which ours is compared with in place of all others. */
  readonly against?: Checkout | undefined;
}

/** The stubs, and before them, each in a process of its own: Apollo's gateway, ours in its two ways, and the peers. */
export async function startGateways({ peers, against }: GatewaysOptions): Promise<Gateways> {
  const root = workspaceRoot(process.cwd());
  const dist = join(root, 'infra/bench/dist');
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  const stubsPort = await freePort();
  const urlOf = (name: SubgraphName) => `http://127.0.0.1:${stubsPort}/${name}`;
  const stubs = await startContender({
    name: 'stubs',
    command: [process.execPath, join(dist, 'stub-subgraphs.js')],
    processor: 1,
    env: { PORT: String(stubsPort) },
    url: urlOf('products'),
  });
  const supergraph = composeSupergraph(urlOf);
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, supergraph);
  const issuer = await createTestIssuer();
  const token = await issuer.mint({ exp: Math.floor(Date.now() / 1000) + 24 * 3600 });

  const node = async (name: string, file: string, env: Readonly<Record<string, string>> = {}) => {
    const port = await freePort();
    return startContender({
      name,
      command: [process.execPath, file, supergraphFile],
      env: { PORT: String(port), APOLLO_TELEMETRY_DISABLED: '1', ...env },
      url: `http://127.0.0.1:${port}/${file.includes('gateway/dist') ? 'graphql' : ''}`,
      headers: { authorization: `Bearer ${token}` },
    });
  };
  const keys = NAMES.map((name) => `${name}=bench:${secret()}`).join(';');
  const ours = (name: string, executor: 'stock' | 'own', checkout = root) =>
    node(name, join(checkout, 'gateway/dist/main.js'), {
      GATEWAY_EXECUTOR: executor,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      SESSION_KEYS: `bench:${secret()}`,
      SUPERGRAPH_FILE: supergraphFile,
      EXPLORER_FOLDER: join(checkout, 'gateway/explorer'),
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: issuer.audience,
      OIDC_JWKS_URI: issuer.jwksUri,
      ONEWINDOW_LOCAL: '1',
      // Counted as anywhere, and never refused.
      RATE_LIMITS:
        'address=999999999/60,person=999999999/60,session=999999999/60,text=999999999/60',
      OPERATIONS_IN_HAND: 'person=999999,address=999999',
      SUBGRAPH_URLS: NAMES.map((name) => `${name}=${urlOf(name)}`).join(','),
      SUBGRAPH_TOKEN_KEYS: keys,
    });
  // Two processes of each: what differs between two of the same is how V8 happened to compile them.
  const contenders = against
    ? [
        await ours(against.name, 'own', against.folder),
        await ours(OURS, 'own'),
        await ours(`${against.name}, again`, 'own', against.folder),
        await ours(`${OURS}, again`, 'own'),
      ]
    : [
        await node('@apollo/gateway', join(dist, 'stock-gateway.js')),
        await ours("Apollo's executor, our data source", 'stock'),
        await ours(OURS, 'own'),
        ...(peers ? await peersOf({ folder, supergraphFile, urlOf }) : []),
      ];
  const plainSubgraph = await node('@apollo/server', join(dist, 'plain-subgraph.js'));
  return {
    contenders,
    plainSubgraph,
    stop: async () => {
      await Promise.all([...contenders, plainSubgraph, stubs].map((each) => each.stop()));
      await issuer.stop();
    },
  };
}

function composeSupergraph(urlOf: (name: SubgraphName) => string): string {
  const { supergraphSdl, errors } = composeServices(
    NAMES.map((name) => ({ name, url: urlOf(name), typeDefs: parse(SUBGRAPHS[name]) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.map(String).join('\n'));
  return supergraphSdl;
}
