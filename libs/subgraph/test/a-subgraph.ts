import { requestTokensFor } from '@onewindow/identity/testing';
import type { Scope, Viewer } from '@onewindow/identity';
import { parse } from 'graphql';
import { createLog, createMetrics } from '@onewindow/runtime';
import {
  createSubgraph,
  REQUEST_TOKEN_HEADER,
  type Subgraph,
  type SubgraphOptions,
  type SubgraphRequest,
} from '../src/index.ts';

export const nobody: Viewer = { id: 'anonymous:1', kind: 'ANONYMOUS', scopes: new Set() };
export const aClerk = (...scopes: Scope[]): Viewer => ({
  id: 'clerk-1',
  kind: 'STAFF',
  scopes: new Set(scopes),
});

type Chosen = Partial<SubgraphOptions<SubgraphRequest>> & { readonly sdl: string };

/** A subgraph `things` whose context is the request itself, with the lines it logs. */
export function aSubgraph({ sdl, ...options }: Chosen) {
  const tokens = requestTokensFor('things');
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    service: 'things',
    level: 'warn',
    destination: {
      write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
    },
  });
  const subgraph = createSubgraph<SubgraphRequest>({
    name: 'things',
    typeDefs: parse(sdl),
    resolvers: {},
    log,
    metrics: createMetrics('things'),
    http: { port: 0, host: '127.0.0.1' },
    identity: { verifier: tokens.verifier },
    context: (request) => request,
    ...options,
  });
  return { subgraph, tokens, lines };
}

type Tokens = ReturnType<typeof requestTokensFor>;

/** Sends text as the gateway would; `headers` replace what it would send, `undefined` leaves a header out. */
export async function post(
  { subgraph, tokens }: { readonly subgraph: Subgraph; readonly tokens: Tokens },
  body: string,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<{ readonly status: number; readonly json: Answered }> {
  const all: Readonly<Record<string, string | undefined>> = {
    [REQUEST_TOKEN_HEADER]: tokens.tokenFor(body),
    ...headers,
  };
  const response = await fetch(subgraph.url, {
    method: 'POST',
    body,
    headers: Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    ),
  });
  return { status: response.status, json: (await response.json()) as Answered };
}

export interface Answered {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}
