import type { SubgraphAnswer } from '../src/subrequests/read-answer.ts';
import { ownExecutor } from './executors.ts';
import { composeLocal, type Subrequest } from './local-subgraphs.ts';

const sdl = composeLocal({
  a: {
    resolvers: {},
    sdl: `type Query { feed: [Post!] post: Post media: Media json: Json twice: [[Post]] }
      type Mutation { first: Int second: Int } scalar Json enum Color { RED }
      interface Media @key(fields: "id") { id: ID! } type Book implements Media @key(fields: "id") { id: ID! }
      type Post @key(fields: "id") { id: ID! title: String! color: Color count: Int media: Media }`,
  },
  b: {
    resolvers: {},
    sdl: `type Query { rated: Media } type Mutation { third: Int }
      type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int }
      type Post @key(fields: "id") { id: ID! likes: Int! fans: [Fan] } type Fan { name: String }`,
  },
});
type Answers = (subrequest: Subrequest) => SubgraphAnswer;

/** Subgraphs that say just this. */
async function ask(query: string, answers: Answers, variables = {}) {
  const sent: Subrequest[] = [];
  const execute = await ownExecutor(sdl, (subrequest) => {
    sent.push(subrequest);
    return Promise.resolve().then(() => answers(subrequest));
  });
  return { ...(await execute({ query, variables })), sent };
}

const feed = (ids: readonly string[]) => ({ feed: ids.map((id) => ({ __typename: 'Post', id })) });

describe('entities', () => {
  it('are asked for once each, and completed wherever they are', async () => {
    const { data, sent } = await ask('{ feed { likes fans { name } } }', ({ service }) =>
      service === 'a'
        ? { data: feed(['1', '2', '1']) }
        : {
            data: {
              _entities: [
                { likes: 1, fans: [{ name: 'x' }] },
                { likes: 2, fans: null },
              ],
            },
          },
    );
    expect(sent[1]?.variables['representations']).toEqual([
      { __typename: 'Post', id: '1' },
      { __typename: 'Post', id: '2' },
    ]);
    const first = { likes: 1, fans: [{ name: 'x' }] };
    expect(data).toEqual({ feed: [first, { likes: 2, fans: null }, first] });
  });

  it('that fail are told at each place, under the names that the caller gave', async () => {
    const { errors } = await ask('{ all: feed { likes fans { id: name } } }', ({ service }) =>
      service === 'a'
        ? { data: { all: feed(['1', '2', '1']).feed } }
        : {
            data: { _entities: [{ likes: 1, fans: [{ alias__id: null }] }, null] },
            errors: [{ message: 'no', path: ['_entities', 0, 'fans', 0, 'alias__id'] }],
          },
    );
    expect(errors?.map(({ path }) => path)).toEqual([
      ['all', 0, 'fans', 0, 'id'],
      ['all', 2, 'fans', 0, 'id'],
      ['all', 1],
    ]);
    expect(errors?.[0]?.extensions).toEqual({ code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'b' });
  });

  it.each([
    ['none', { data: {} }],
    ['too few', { data: { _entities: [] } }],
    ['no list', { data: { _entities: { 0: {} } } }],
  ])('are not mixed up when a subgraph answers %s', async (_, answer) => {
    const { data, errors } = await ask('{ feed { id fans { name } } }', ({ service }) =>
      service === 'a' ? { data: feed(['1']) } : answer,
    );
    expect(data).toEqual({ feed: [{ id: '1', fans: null }] });
    expect(errors?.[0]?.extensions).toEqual({ code: 'SUBREQUEST_INVALID', service: 'b' });
  });
});

describe('an entity that stands at several places', () => {
  const answers =
    (entity: SubgraphAnswer['data']): Answers =>
    ({ service }) =>
      service === 'a' ? { data: feed(['1', '1']) } : { data: { _entities: [entity] } };

  it('is told at each of them, escaped or not', async () => {
    for (const name of ['x', 'say "x"', '\u0007', '办件']) {
      const { data } = await ask(
        '{ feed { fans { name } likes } }',
        answers({ likes: 3, fans: [{ name }, { name: 'y' }] }),
      );
      const post = { fans: [{ name }, { name: 'y' }], likes: 3 };
      expect(data).toEqual({ feed: [post, post] });
    }
  });

  it('has its faults at each of them', async () => {
    const { data, errors } = await ask(
      '{ feed { fans { name } } }',
      answers({ fans: [{ name: 1 }] }),
    );
    expect(data).toEqual({ feed: [{ fans: [{ name: null }] }, { fans: [{ name: null }] }] });
    expect(errors).toMatchObject([
      { path: ['feed', 0, 'fans', 0, 'name'] },
      { path: ['feed', 1, 'fans', 0, 'name'] },
    ]);
  });

  it('is written anew for a selection that is another', async () => {
    const { data } = await ask('{ post { likes } feed { fans { name } } }', ({ service }) =>
      service === 'a'
        ? { data: { ...feed(['1', '1']), post: { __typename: 'Post', id: '1' } } }
        : { data: { _entities: [{ likes: 3, fans: [{ name: 'x' }] }] } },
    );
    const fans = { fans: [{ name: 'x' }] };
    expect(data).toEqual({ post: { likes: 3 }, feed: [fans, fans] });
  });
});

describe('nulls and values of another type', () => {
  it('bubble up to what may be null, and are told where they were', async () => {
    const { data, errors } = await ask('{ feed { title } post { id title } }', () => ({
      data: { feed: [{ title: 'x' }, { title: null }], post: { id: '1' } },
    }));
    expect(data).toEqual({ feed: null, post: null });
    expect(errors).toMatchObject([
      { path: ['feed', 1, 'title'], extensions: { code: 'SUBREQUEST_INVALID' } },
      { path: ['post', 'title'] },
    ]);
  });

  it.each([
    ['color', 'GREEN'],
    ['color', 1],
    ['count', '1'],
    ['count', 1.5],
    ['title', 1],
  ])('are null for %s: %j', async (field, value) => {
    const { data, errors } = await ask(`{ twice { ${field} } }`, () => ({
      data: { twice: [[{ [field]: value }]] },
    }));
    expect(data).toEqual({ twice: [[field === 'title' ? null : { [field]: null }]] });
    expect(errors).toMatchObject([{ path: ['twice', 0, 0, field] }]);
  });

  it.each([
    ['an object for a list', { feed: {} }],
    ['a list for an object', { post: [] }],
    ['text for an object', { post: 'x' }],
  ])('are an error and null in one place when they are %s', async (_, wrong) => {
    const right = { feed: [], post: { id: '1' } };
    const { data, errors } = await ask('{ feed { id } post { id } }', () => ({
      data: { ...right, ...wrong },
    }));
    expect(data).toMatchObject(
      'feed' in wrong ? { feed: null, post: { id: '1' } } : { feed: [], post: null },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('SUBREQUEST_INVALID');
  });
});

describe('an interface that is an object to one subgraph', () => {
  it('is null, with an error, when nobody tells which of its types it is', async () => {
    const query = '{ rated { rating ... on Book { id } } }';
    const { data, errors } = await ask(query, ({ service }) =>
      service === 'b'
        ? { data: { rated: { __typename: 'Media', id: '1', rating: 5 } } }
        : { data: { _entities: [null] } },
    );
    expect(data).toEqual({ rated: null });
    expect(errors?.[0]).toMatchObject({ path: ['rated'] });
  });

  it('keeps the type that another subgraph told', async () => {
    const { data } = await ask('{ media { __typename rating } }', ({ service }) =>
      service === 'a'
        ? { data: { media: { __typename: 'Book', id: '1' } } }
        : { data: { _entities: [{ __typename: 'Media', rating: 5 }] } },
    );
    expect(data).toEqual({ media: { __typename: 'Book', rating: 5 } });
  });
});

describe('operations', () => {
  it('run mutations of several subgraphs one after the other', async () => {
    const order: string[] = [];
    await ask('mutation { first third second }', ({ service }) => {
      order.push(service);
      return { data: { first: 1, second: 2, third: 3 } };
    });
    expect(order).toEqual(['a', 'b', 'a']);
  });

  it('ask nobody for what is skipped, and nobody at all for introspection', async () => {
    const query =
      'query ($x: Boolean!) { feed @skip(if: $x) { id likes } __typename __schema { queryType { name } } }';
    const { data, sent } = await ask(query, () => ({ data: {} }), { x: true });
    expect(data).toEqual({ __typename: 'Query', __schema: { queryType: { name: 'Query' } } });
    expect(sent).toEqual([]);
  });

  it('are refused with a variable that is not of its type', async () => {
    const query = 'query ($x: Boolean!) { feed @skip(if: $x) { id } }';
    const { errors, sent } = await ask(query, () => ({ data: {} }), { x: 'yes' });
    expect(errors?.[0]?.message).toContain('$x');
    expect(sent).toEqual([]);
  });

  it('are refused when fragments spread themselves, or lie too deep in each other', async () => {
    const nothing = () => ({ data: {} });
    const cycle = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
    const deep = `${'{ ... on Query '.repeat(700)}{ __typename }${' }'.repeat(700)}`;
    expect((await ask(cycle, nothing)).errors?.[0]?.message).toContain('spreads itself');
    expect((await ask(deep, nothing)).errors?.[0]?.message).toContain('deep');
  });
});

describe('hostile answers', () => {
  it('leave prototypes alone', async () => {
    const data = JSON.parse(
      '{"post":{"__typename":"Post","id":"1","__proto__":{"polluted":1}},"__proto__":{"polluted":1}}',
    ) as Record<string, unknown>;
    const answer = await ask('{ post { constructor: id toString: color likes } }', ({ service }) =>
      service === 'a' ? { data } : { data: { _entities: [data['post']] } },
    );
    expect(answer.data).toEqual({ post: null });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are no scalar when they are deeper than can be written', async () => {
    let json: unknown = 1;
    for (let depth = 0; depth < 50_000; depth += 1) json = [json];
    const { data } = await ask('{ json }', () => ({ data: { json } }));
    expect(data).toEqual({ json: null });
  });

  it('of a million rows are answered, and what is wrong with each is told a hundred times', async () => {
    const rows = Array.from({ length: 1_000_000 }, () => ({ color: 'BLUE' }));
    const { data, errors } = await ask('{ feed { color } }', () => ({ data: { feed: rows } }));
    expect(data?.['feed']).toHaveLength(1_000_000);
    expect(errors).toHaveLength(100);
  });
});
