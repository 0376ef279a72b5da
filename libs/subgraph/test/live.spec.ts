import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { subgraphSdl } from '../src/index.ts';
import { aSubgraph, nobody, post } from './a-subgraph.ts';

const sdl = `
  extend type Query { thing: Thing }
  extend type Subscription {
    changed(id: ID @liveKey, filter: ChangedFilter, kind: String @liveMatch(path: "data.snapshot.kind")): Thing!
      @live(events: ["onewindow.things.thing.*.v1"], subject: "id")
  }
  input ChangedFilter { levels: [Int!] @liveMatch(path: "data.snapshot.level") }
  type Thing @key(fields: "id") { id: ID! }`;
const { subgraph, tokens } = aSubgraph({
  sdl,
  resolvers: { Thing: { __resolveReference: (thing: unknown) => thing } },
});
const subscription = 'subscription { changed(id: "1") { id } }';

it('refuses a subscription that is sent to it, and says where to send it', async () => {
  const { errors, data } = await subgraph.executeOperation(
    { query: subscription },
    { viewer: nobody },
  );
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    expect.objectContaining({
      message: 'Subscribe at the gateway, not at a subgraph.',
      extensions: expect.objectContaining({ code: 'BAD_REQUEST' }) as unknown,
    }),
  ]);
});

it('answers the entities that a subscription is about', async () => {
  const answer = await subgraph.executeOperation(
    {
      query:
        '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { ... on Thing { id } } }',
    },
    { viewer: nobody },
  );
  expect(answer).toEqual({ data: { _entities: [{ id: '1' }] } });
});

it('answers it over HTTP with 400', async () => {
  await subgraph.start();
  try {
    const answer = await post({ subgraph, tokens }, JSON.stringify({ query: subscription }));
    expect(answer).toMatchObject({ status: 400, json: { errors: [{}] } });
  } finally {
    await subgraph.stop();
  }
});

it('tells the supergraph what its subscriptions are told by, on fields, arguments and input fields', () => {
  const other = 'extend type Query { other: String }';
  const { supergraphSdl = '', errors } = composeServices(
    Object.entries({ things: sdl, other }).map(([name, own]) => ({
      name,
      url: `http://${name}.invalid/`,
      typeDefs: parse(subgraphSdl(own)),
    })),
  );
  expect(errors).toBeUndefined();
  const text = supergraphSdl.replaceAll(/\s+/g, ' ');
  expect(text).toContain(
    'changed(id: ID @liveKey, filter: ChangedFilter, kind: String @liveMatch(path: "data.snapshot.kind")): Thing! ' +
      '@live(events: ["onewindow.things.thing.*.v1"], subject: "id")',
  );
  expect(text).toContain('levels: [Int!] @liveMatch(path: "data.snapshot.level")');
});
