import { defineEvent, fact } from '@onewindow/contracts';
import { requestTokensFor } from '@onewindow/identity/testing';
import { accept, type Decider } from '@onewindow/kernel';
import { idFromCode, idFromEvent, type AggregateType, type Journal } from '@onewindow/persistence';
import { createLog, createMetrics } from '@onewindow/runtime';
import { defineService, parseServiceEnvironment, type ServiceRequest } from '@onewindow/service';
import { subgraphSdl } from '@onewindow/subgraph';
import { parse } from 'graphql';
import { z } from 'zod';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';

const REGION = idFromCode('region', '440305');
const sdl = {
  hall: 'extend type Query { hall: String } extend type Mutation { enter(name: String!): Int! }',
  board: 'extend type Query { board: String }',
};
export const supergraphSdl = composeSubgraphs(
  Object.entries(sdl).map(([name, own]) => ({ name, sdl: subgraphSdl(own) })),
);

const entered = defineEvent({
  ...{ service: 'hall', aggregate: 'visit', happened: 'entered', version: 1 },
  schema: z.object({ happened: z.object({}), snapshot: z.object({ id: z.string() }) }),
  description: { en: 'Somebody entered.', zh: '进入大厅' },
});

interface Thing {
  readonly region: string;
}
interface Made {
  readonly type: 'Made';
}
const lifecycle: Decider<Thing, Made, Made, { readonly code: string }> = {
  initial: { region: REGION },
  decide: () => accept({ type: 'Made' }),
  evolve: (state) => state,
};
const type = (kind: string): AggregateType<Thing, Made, Made, { readonly code: string }> => ({
  ...{ kind, collection: `${kind}s`, decider: lifecycle, stateVersion: 1 },
  belonging: ({ region }) => ({ region }),
  ...{ indexes: [], queries: {} },
});

/** Where people enter: each visit is an aggregate, and an event. */
const hall = defineService({
  ...{ name: 'hall', typeDefs: parse(sdl.hall) },
  resolvers: {
    Mutation: {
      enter: async (_: unknown, { name }: { name: string }, { visits, caller }: HallContext) => {
        const { at, traceparent, viewer } = caller;
        const meta = { actor: viewer.id, at, traceparent, mutation: 'enter', args: { name } };
        const id = idFromCode('visit', name);
        const outcome = await visits.create({ id, command: { type: 'Made' }, meta });
        return outcome.ok ? outcome.aggregate.version : 0;
      },
    },
  },
  assemble: ({ journal }) => {
    const visits = journal({
      ...type('visit'),
      publish: (_entry, _state, id) => fact(entered, { happened: {}, snapshot: { id } }),
    });
    return { context: (request: ServiceRequest) => ({ ...request, visits }) };
  },
});
interface HallContext extends ServiceRequest {
  readonly visits: Journal<Thing, Made, Made, { readonly code: string }>;
}

/** Where each visit is noted, as a command of its own: the effect in another service. */
const board = defineService({
  ...{ name: 'board', typeDefs: parse(sdl.board), resolvers: {} },
  assemble: ({ journal, clock }) => {
    const notices = journal(type('notice'));
    return {
      context: (request: ServiceRequest) => request,
      consumers: [
        {
          ...{ from: 'hall', durable: 'board-notices', contracts: [entered] },
          handle: async ({ id }) => {
            await notices.create({
              ...{ id: idFromEvent(id, 'notice'), command: { type: 'Made' }, fromEvent: true },
              meta: { actor: id, at: clock.now() },
            });
          },
        },
      ],
    };
  },
});

/** Both services in this process, each with a database of its own. */
export async function startTwoServices(servers: {
  readonly mongoUri: string;
  /** Of the databases' names. */
  readonly prefix: string;
  readonly natsUrl: string;
}) {
  const start = async (name: keyof typeof sdl, create: typeof hall | typeof board) => {
    const [key] = requestTokensFor(name).keys;
    const environment = parseServiceEnvironment(
      {
        ...{
          MONGODB_URI: servers.mongoUri,
          MONGODB_DATABASE: `${servers.prefix}-${name}`,
          NATS_URL: servers.natsUrl,
        },
        ...{ PORT: '0', HOST: '127.0.0.1', JOURNAL_HMAC_KEY: 'k'.repeat(32) },
        REQUEST_TOKEN_KEYS: `${key.id}:${key.secret}`,
      },
      {},
    );
    const metrics = createMetrics(name);
    const log = createLog({ service: name, level: 'silent' });
    const service = await create(environment, { log, metrics });
    await service.start();
    return { ...service, metrics };
  };
  return { hall: await start('hall', hall), board: await start('board', board) };
}
