import { createPersonTokenVerifier } from '@onewindow/identity';
import { createTestIssuer, requestTokensFor } from '@onewindow/identity/testing';
import { connectStreamFollower } from '@onewindow/messaging';
import { createLog, createMetrics } from '@onewindow/runtime';
import { createSubgraph, forbidden, subgraphSdl, type SubgraphRequest } from '@onewindow/subgraph';
import { parse } from 'graphql';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';
import type { GatewayOptions } from '../src/create-gateway.ts';
import { startGateway } from './a-graph.ts';
import { startLiveStream } from './live-stream.ts';

const sdl = {
  cases: `
    extend type Query { hello: String }
    extend type Subscription {
      "One case, by its id or by what is on the receipt."
      progressChanged(caseId: ID @liveKey, receipt: Receipt @liveKey): Progress!
        @live(events: ["onewindow.cases.case.*.v1"], subject: "caseId")
      "Every case that somebody may see."
      caseMoved(filter: CaseMovedFilter, statuses: [String!] @liveMatch(path: "data.snapshot.status")): Case!
        @live(events: ["onewindow.cases.case.*.v1"], subject: "id")
      "For who handles cases."
      caseHandled: Case! @requiresScopes(scopes: [["cases:handle", "cases:decide"], ["platform:operate"]])
        @live(events: ["onewindow.cases.case.*.v1"], subject: "id")
      "Nobody says by which events."
      silent: Case
    }
    input Receipt { number: String! code: String! }
    input CaseMovedFilter {
      status: String @liveMatch(path: "data.snapshot.status")
      department: ID @liveMatch(path: "department")
    }
    type Progress @key(fields: "caseId") @key(fields: "number code") {
      caseId: ID! @inaccessible
      code: String @inaccessible
      number: String
      status: String!
      case: Case
    }
    type Case @key(fields: "id") {
      id: ID!
      status: String!
      text(length: Int!): String!
      secret: String
      broken: String
      item: Item
    }
    type Item @key(fields: "id", resolvable: false) { id: ID! }`,
  items: `
    extend type Query { other: String }
    type Item @key(fields: "id") { id: ID! name: String }`,
};
export const liveSupergraph = composeSubgraphs(
  Object.entries(sdl).map(([name, own]) => ({ name, sdl: subgraphSdl(own) })),
);

export interface ACase {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  owner: string;
  status: string;
}

/** All cases there are, by id. Tests change them as they like. */
export const cases = new Map<string, ACase>();
export function putCase(id: string, owner: string, status = 'SUBMITTED'): ACase {
  const made = { id, number: `R-${id}`, code: `code-${id}`, owner, status };
  cases.set(id, made);
  return made;
}

/** Every request that a subgraph got. */
export const asked: { readonly subgraph: string; readonly request: SubgraphRequest }[] = [];
export const askedOf = (name: string) => asked.filter(({ subgraph }) => subgraph === name).length;
/** What the subgraph `cases` waits for before it says anything of a case. */
export const gate = { opened: Promise.resolve() };

const visible = async (id: string, { viewer }: SubgraphRequest) => {
  await gate.opened;
  const found = cases.get(id);
  const mayHandle = viewer.scopes.has('cases:handle');
  return found && (mayHandle || found.owner === viewer.id) ? found : null;
};
const resolvers = {
  cases: {
    Progress: {
      __resolveReference: async (
        key: Partial<ACase & { caseId: string }>,
        context: SubgraphRequest,
      ) => {
        const found =
          key.caseId === undefined
            ? [...cases.values()].find((it) => it.number === key.number && it.code === key.code)
            : await visible(key.caseId, context);
        return found ? { ...found, caseId: found.id, code: null } : null;
      },
      case: ({ caseId }: { caseId: string }, _: unknown, context: SubgraphRequest) =>
        visible(caseId, context),
    },
    Case: {
      __resolveReference: ({ id }: { id: string }, context: SubgraphRequest) =>
        visible(id, context),
      text: (_: unknown, { length }: { length: number }) => 'x'.repeat(length),
      secret: () => {
        throw forbidden();
      },
      broken: () => {
        throw new Error('a fault that nobody is to read');
      },
      item: ({ id }: { id: string }) => ({ id: `item-${id}` }),
    },
  },
  items: {
    Item: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Item ${id}` }) },
  },
};

async function startSubgraph(name: keyof typeof sdl) {
  const subgraph = createSubgraph<SubgraphRequest>({
    name,
    typeDefs: parse(sdl[name]),
    resolvers: resolvers[name],
    log: createLog({ service: name, level: 'silent' }),
    metrics: createMetrics(name),
    http: { port: 0, host: '127.0.0.1' },
    identity: { verifier: requestTokensFor(name).verifier },
    context: (request) => {
      asked.push({ subgraph: name, request });
      return request;
    },
  });
  await subgraph.start();
  return subgraph;
}

/** Two subgraphs, a broker, an identity provider, and gateways over them. */
export async function startLiveGraph() {
  const [stream, issuer, ...subgraphs] = await Promise.all([
    startLiveStream(),
    createTestIssuer(),
    startSubgraph('cases'),
    startSubgraph('items'),
  ]);
  await stream.make();
  const urls = { cases: subgraphs[0].url, items: subgraphs[1].url };
  const gateways: Awaited<ReturnType<typeof startGateway>>[] = [];
  return {
    stream,
    issuer,
    urls,
    subgraphs,
    /** With a follower of its own, unless it shall have none. */
    startGateway: async (options: Partial<GatewayOptions> = {}, url = stream.url) => {
      const timings = { retry: 50, pull: 1_000, firstConnect: 1_000 };
      const follower =
        url === '' ? undefined : await connectStreamFollower({ url, name: 'gateway', timings });
      const persons = createPersonTokenVerifier(issuer);
      const gateway = await startGateway(urls, {
        ...{ supergraphSdl: liveSupergraph, persons, executor: 'own' },
        ...(follower && { follower }),
        ...options,
      });
      gateways.push(gateway);
      return gateway;
    },
    stop: async () => {
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
      await issuer.stop();
      await stream.stop();
    },
  };
}
