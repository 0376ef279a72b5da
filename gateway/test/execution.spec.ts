import { ownExecutor, stockExecutor } from './executors.ts';
import {
  composeLocal,
  serveLocal,
  type LocalSubgraphs,
  type Subrequest,
} from './local-subgraphs.ts';

/** Asks our executor, and hands out what the subgraphs were asked. */
async function over(subgraphs: LocalSubgraphs) {
  const sdl = composeLocal(subgraphs);
  const serve = serveLocal(subgraphs);
  const sent: Subrequest[] = [];
  const answer = (subrequest: Subrequest) => {
    sent.push(subrequest);
    return serve(subrequest);
  };
  return { ask: await ownExecutor(sdl, answer), stock: await stockExecutor(sdl, serve), sent };
}

const posts = ['p1', 'p2'].map((id) => ({ id, title: `Title ${id}` }));
const reference = { __resolveReference: <T>(given: T) => given };

describe('an alias that is the name of a key', () => {
  const subgraphs = {
    posts: {
      sdl: 'type Query { feed: [Post!]! } type Post @key(fields: "id") { id: ID! title: String }',
      resolvers: { Query: { feed: () => posts } },
    },
    likes: {
      sdl: 'type Post @key(fields: "id") { id: ID! likes: String }',
      resolvers: { Post: { ...reference, likes: ({ id }: { id: string }) => `of ${id}` } },
    },
  };

  it('is not taken for the key, as the stock executor does', async () => {
    const { ask, stock } = await over(subgraphs);
    const asked = { query: '{ feed { id: title likes __typename: title } }' };
    expect(await ask(asked)).toEqual({
      data: {
        feed: posts.map(({ id, title }) => ({ id: title, likes: `of ${id}`, __typename: title })),
      },
    });
    expect((await stock(asked)).data).toMatchObject({ feed: [{ id: 'p1' }, { id: 'p2' }] });
  });
});

describe('@requires with arguments', () => {
  const prices: Record<string, number> = { USD: 7, CNY: 50 };
  const subgraphs = {
    goods: {
      sdl: `type Query { goods: Goods } type Goods @key(fields: "id") {
        id: ID! price(currency: String = "USD"): Int parts(first: Int!): [Part!] }
        type Part @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { goods: () => ({ id: 'g' }) },
        Goods: {
          price: (_: unknown, { currency }: { currency: string }) => prices[currency],
          parts: (_: unknown, { first }: { first: number }) =>
            Array.from({ length: first }, (__, index) => ({ id: `part-${index}` })),
        },
      },
    },
    duties: {
      sdl: `type Goods @key(fields: "id") { id: ID! price(currency: String = "USD"): Int @external
        parts(first: Int!): [Part!] @external
        american: String @requires(fields: "price")
        chinese: String @requires(fields: "price(currency: \\"CNY\\")")
        count: Int @requires(fields: "parts(first: 3) { id }") }
        type Part @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Goods: {
          ...reference,
          american: ({ price }: { price: number }) => `${price} USD`,
          chinese: ({ price }: { price: number }) => `${price} CNY`,
          count: ({ parts }: { parts: unknown[] }) => parts.length,
        },
      },
    },
  };

  it('gets its own, whatever the caller or another @requires asks of the same field', async () => {
    const { ask, stock } = await over(subgraphs);
    const query = `{ goods { american chinese count price(currency: "CNY") parts(first: 1) { id } } }`;
    expect(await ask({ query })).toEqual({
      data: {
        goods: {
          american: '7 USD',
          chinese: '50 CNY',
          count: 3,
          price: 50,
          parts: [{ id: 'part-0' }],
        },
      },
    });
    expect((await stock({ query })).data).not.toMatchObject({
      goods: { american: '7 USD', count: 3 },
    });
  });

  it('shows no caller how it is done', async () => {
    const { ask } = await over(subgraphs);
    const { data } = await ask({ query: '{ __type(name: "Goods") { fields { name } } }' });
    expect(JSON.stringify(data)).not.toContain('price__');
  });
});
