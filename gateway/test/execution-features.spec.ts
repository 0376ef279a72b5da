import { ownExecutor, stockExecutor } from './executors.ts';
import {
  composeLocal,
  serveLocal,
  type LocalSubgraphs,
  type Subrequest,
} from './local-subgraphs.ts';

/** Asks our executor, and hands out what the subgraphs were asked. */
async function ask(subgraphs: LocalSubgraphs, query: string) {
  const serve = serveLocal(subgraphs);
  const sent: Subrequest[] = [];
  const execute = await ownExecutor(composeLocal(subgraphs), (subrequest) => {
    sent.push(subrequest);
    return serve(subrequest);
  });
  return { ...(await execute({ query })), sent };
}

const reference = { __resolveReference: <T>(given: T) => given };
interface Identified {
  readonly id: string;
}

describe('an argument from a context', () => {
  const users = [
    { id: 'u1', locale: 'en' },
    { id: 'u2', locale: 'zh' },
  ];
  const subgraphs = {
    users: {
      sdl: `type Query { users: [User!]! }
        type User @key(fields: "id") @context(name: "user") { id: ID! locale: String! notes: [Note!]! }
        type Note @key(fields: "id") { id: ID! greeting(locale: String @fromContext(field: "$user { locale }")): String }`,
      resolvers: {
        Query: { users: () => users },
        User: { notes: () => [{ id: 'n1' }, { id: 'n2' }] },
        Note: {
          ...reference,
          greeting: ({ id }: Identified, { locale }: { locale: string }) => `${id} ${locale}`,
        },
      },
    },
  };

  it('is taken from the object around each entity', async () => {
    const { data, errors } = await ask(subgraphs, '{ users { notes { greeting } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      users: [
        { notes: [{ greeting: 'n1 en' }, { greeting: 'n2 en' }] },
        { notes: [{ greeting: 'n1 zh' }, { greeting: 'n2 zh' }] },
      ],
    });
  });
});

describe('an argument from a context, beside another fetch of the same entities', () => {
  const subgraphs = {
    users: {
      sdl: `type Query { users: [User!]! }
        type User @key(fields: "id") @context(name: "user") { id: ID! locale: String! note: Note! }
        type Note @key(fields: "id") { id: ID! greeting(locale: String @fromContext(field: "$user { locale }")): String }`,
      resolvers: {
        Query: { users: () => ['en', 'zh', 'en'].map((locale) => ({ id: locale, locale })) },
        User: { note: () => ({ id: 'n' }) },
        Note: { ...reference, greeting: (_: unknown, { locale }: { locale: string }) => locale },
      },
    },
    texts: {
      sdl: 'type Note @key(fields: "id") { id: ID! text: String }',
      resolvers: { Note: { ...reference, text: () => 'same' } },
    },
  };

  it('leaves an entity that stands at several places one for each', async () => {
    const { data, sent } = await ask(subgraphs, '{ users { note { text greeting } } }');
    const note = (greeting: string) => ({ note: { text: 'same', greeting } });
    expect(data).toEqual({ users: ['en', 'zh', 'en'].map(note) });
    expect(sent.filter(({ service }) => service === 'texts')).toHaveLength(1);
  });
});

describe('fragments', () => {
  const subgraphs = {
    posts: {
      sdl: `type Query { post: Post } interface Named { name: String }
        type Post implements Named { name: String title: String }`,
      resolvers: { Query: { post: () => ({ name: 'n', title: 't' }) } },
    },
  };
  const query = '{ post { ... on Named { ... on Post { title } } } }';

  it('in each other don’t make the type of an object forgotten, as they do with the stock executor', async () => {
    expect((await ask(subgraphs, query)).data).toEqual({ post: { title: 't' } });
    const stock = await stockExecutor(composeLocal(subgraphs), serveLocal(subgraphs));
    expect((await stock({ query })).data).toEqual({ post: {} });
  });
});

describe('@requires with arguments', () => {
  const subgraphs = {
    places: {
      sdl: `type Query { place: Place } type Place @key(fields: "id") { id: ID! spots: [Spot!] }
        type Spot @key(fields: "id") { id: ID! height(unit: String!): Int deep: Depth }
        type Depth { at(hour: Int!): Int }`,
      resolvers: {
        Query: { place: () => ({ id: 'p' }) },
        Place: { spots: () => [{ id: 's1' }, { id: 's2' }] },
        Spot: {
          ...reference,
          height: (_: unknown, { unit }: { unit: string }) => (unit === 'm' ? 1 : 100),
          deep: () => ({}),
        },
        Depth: { at: (_: unknown, { hour }: { hour: number }) => hour * 10 },
      },
    },
    trips: {
      sdl: `type Spot @key(fields: "id") { id: ID! height(unit: String!): Int @external deep: Depth @external
          climb(times: Int!): Int @requires(fields: "height(unit: \\"cm\\")")
          hike: Int @requires(fields: "height(unit: \\"m\\") deep { at(hour: 3) }") free: Int }
        type Depth @external { at(hour: Int!): Int }`,
      resolvers: {
        Spot: {
          ...reference,
          climb: ({ height }: { height: number }, { times }: { times: number }) => height * times,
          hike: ({ height, deep }: { height: number; deep: { at: number } }) => height + deep.at,
          free: () => 0,
        },
      },
    },
  };

  it('that conflict are asked for apart, in lists, deep down and with variables', async () => {
    const execute = await ownExecutor(composeLocal(subgraphs), serveLocal(subgraphs));
    const answer = await execute({
      query: `query ($t: Int!) { place { spots { id climb(times: $t) hike free
        height(unit: "km") deep { at(hour: 1) } } } }`,
      variables: { t: 2 },
    });
    const spot = { climb: 200, hike: 31, free: 0, height: 100, deep: { at: 10 } };
    expect(answer).toEqual({
      data: {
        place: {
          spots: [
            { id: 's1', ...spot },
            { id: 's2', ...spot },
          ],
        },
      },
    });
  });
});

describe('an error of an entity', () => {
  const subgraphs = {
    feed: {
      sdl: `type Query { feed: [Entry] } union Entry = Post | Advert type Advert { text: String }
        type Post @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          feed: () => [{ __typename: 'Advert', text: 'x' }, null, { __typename: 'Post', id: 'p' }],
        },
      },
    },
    likes: {
      sdl: 'type Post @key(fields: "id") { id: ID! likes: Int }',
      resolvers: {
        Post: {
          ...reference,
          likes: () => {
            throw new Error('no');
          },
        },
      },
    },
  };

  it('is told where the entity is in the answer, not where it was in the request', async () => {
    const { data, errors } = await ask(subgraphs, '{ feed { ... on Post { likes } } }');
    expect(data).toEqual({ feed: [{}, null, { likes: null }] });
    expect(errors).toMatchObject([{ path: ['feed', 2, 'likes'] }]);
  });
});
