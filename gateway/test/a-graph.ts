import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createRequestTokenMinter,
  createSessionTokens,
  type PersonTokenVerifier,
} from '@onewindow/identity';
import { requestTokensFor } from '@onewindow/identity/testing';
import { createLog, createMetrics } from '@onewindow/runtime';
import { createSubgraph, subgraphSdl, type SubgraphRequest } from '@onewindow/subgraph';
import { parse } from 'graphql';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';
import { createGateway, type GatewayOptions } from '../src/create-gateway.ts';

export const casesSdl = `
  extend type Query { myCase(id: ID!): Case cases: [Case!]! whoami: String! }
  extend type Mutation { touch: Int! }
  type Case @key(fields: "id") { id: ID! number: String! item: Item secret: String @requiresScopes(scopes: [["personal:read"]]) }
  type Item @key(fields: "id", resolvable: false) { id: ID! }`;
export const itemsSdl = `
  extend type Query { item(id: ID!): Item }
  type Item @key(fields: "id") { id: ID! name: String }`;

export const seen: SubgraphRequest[] = [];
export const touched = { count: 0 };
const aCase = (id: string) => ({
  id,
  number: `R-${id}`,
  item: { id: `item-${id}` },
  secret: 'hidden',
});
const resolvers = {
  cases: {
    Query: {
      myCase: (_: unknown, { id }: { id: string }) => aCase(id),
      cases: () => ['1', '2'].map(aCase),
      whoami: (_: unknown, __: unknown, { viewer }: SubgraphRequest) => viewer.id,
    },
    Mutation: { touch: () => (touched.count += 1) },
    Case: { __resolveReference: ({ id }: { id: string }) => aCase(id) },
  },
  items: {
    Query: { item: (_: unknown, { id }: { id: string }) => ({ id, name: `Item ${id}` }) },
    Item: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Item ${id}` }) },
  },
};
const sdl = { cases: casesSdl, items: itemsSdl };
export const supergraphSdl = composeSubgraphs(
  Object.entries(sdl).map(([name, own]) => ({ name, sdl: subgraphSdl(own) })),
);

/** One of the two subgraphs, on a port of its own. */
export async function startSubgraph(name: keyof typeof sdl) {
  const subgraph = createSubgraph<SubgraphRequest>({
    name,
    typeDefs: parse(sdl[name]),
    resolvers: resolvers[name],
    log: createLog({ service: name, level: 'silent' }),
    metrics: createMetrics(name),
    http: { port: 0, host: '127.0.0.1' },
    identity: { verifier: requestTokensFor(name).verifier },
    context: (request) => {
      seen.push(request);
      return request;
    },
  });
  await subgraph.start();
  return subgraph;
}

/** Something that answers in a subgraph's place, as badly as `listener` likes. */
export async function startImpostor(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

declare const GATEWAY_EXECUTOR: 'stock' | 'own' | null;

const noPersons: PersonTokenVerifier = {
  verify: () => Promise.resolve({ ok: false, fault: 'SIGNATURE' }),
};

const admins = new Map<string, string>();
/** What a gateway of these tests tells its operators of itself in numbers. */
export const metricsAt = async (address: string): Promise<string> =>
  (await fetch(`${admins.get(address) ?? ''}/metrics`)).text();

/** A gateway over the two subgraphs, with the lines it logs. */
export async function startGateway(
  urls: Readonly<Record<string, string>>,
  options: Partial<GatewayOptions> & { readonly persons?: PersonTokenVerifier } = {},
) {
  const lines: Record<string, unknown>[] = [];
  const keys = { cases: requestTokensFor('cases').keys, items: requestTokensFor('items').keys };
  const gateway = createGateway({
    supergraphSdl,
    subgraphUrls: urls,
    minter: createRequestTokenMinter(keys),
    identity: {
      persons: options.persons ?? noPersons,
      sessions: createSessionTokens([{ id: 's', secret: 's'.repeat(32) }]),
    },
    http: { port: 0, host: '127.0.0.1', adminPort: 0 },
    log: createLog({
      service: 'gateway',
      destination: {
        write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
      },
    }),
    metrics: createMetrics('gateway'),
    explorer: { audiences: [], script: '', style: '' },
    ...(GATEWAY_EXECUTOR !== null && { executor: GATEWAY_EXECUTOR }),
    ...options,
  });
  const address = await gateway.start();
  const admin = gateway.adminAddress ?? '';
  admins.set(address, admin);
  return { address, admin, lines, stop: () => gateway.stop() };
}

export interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export async function ask(
  address: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered & { readonly status: number; readonly headers: Headers }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as Answered;
  return { ...answer, status: response.status, headers: response.headers };
}

/** An address at which nobody listens. */
export async function deadUrl(): Promise<string> {
  const { url, stop } = await startImpostor(() => undefined);
  await stop();
  return url;
}
