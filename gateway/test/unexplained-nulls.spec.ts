import { ownExecutor, shippedStockExecutor } from './executors.ts';
import {
  composeLocal,
  serveLocal,
  type AnswerSubrequest,
  type LocalSubgraphs,
} from './local-subgraphs.ts';

/** What our executor says where the subgraphs answer as they do, or as `answer` has it. */
async function ask(subgraphs: LocalSubgraphs, query: string, answer?: AnswerSubrequest) {
  const execute = await ownExecutor(composeLocal(subgraphs), answer ?? serveLocal(subgraphs));
  return execute({ query });
}

describe('keys that overlap', () => {
  const known = { id: '1', parent: 'p', composite: { one: 'a', two: 'b', three: 'c' } };
  const value = 'type Composite { one: ID! two: ID! three: ID! }';
  const subgraphs = {
    names: {
      sdl: `type Thing @key(fields: "id") @key(fields: "parent", resolvable: false)
          @key(fields: "composite { one two }", resolvable: false)
          @key(fields: "id composite { two three }", resolvable: false) {
        id: ID! parent: ID! composite: Composite! name: String! } ${value}`,
      resolvers: {
        Thing: { __resolveReference: ({ id }: { id?: string }) => id && { ...known, name: 'n' } },
      },
    },
    lists: {
      sdl: `type Query { list: [Thing!]! }
        type Thing @key(fields: "composite { one two }", resolvable: false)
          @key(fields: "id composite { two three }") @key(fields: "parent", resolvable: false)
          @key(fields: "id", resolvable: false) {
        id: ID! parent: ID! composite: Composite! name: String! @external
        title: String @requires(fields: "name") } ${value}`,
      resolvers: {
        Query: { list: () => [known] },
        Thing: {
          __resolveReference: (given: { id?: string }) =>
            given.id ? { ...known, ...given } : null,
          title: ({ name }: { name: string }) => `Title ${name}`,
        },
      },
    },
  };

  it.each([
    ['our executor', ownExecutor],
    ['the stock executor as it is shipped', shippedStockExecutor],
  ])('lead %s back by one that the subgraph resolves', async (_, createExecutor) => {
    const execute = await createExecutor(composeLocal(subgraphs), serveLocal(subgraphs));
    expect(await execute({ query: '{ list { id name title } }' })).toEqual({
      data: { list: [{ id: '1', name: 'n', title: 'Title n' }] },
    });
  });
});

describe('a field of an interface that nothing implements where it is', () => {
  const subgraphs = {
    a: {
      sdl: 'type Query { a: Node other: Int } interface Node { id: ID! }',
      resolvers: { Query: { other: () => 1 } },
    },
    b: {
      sdl: `type Query { b: Node }
        type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }`,
      resolvers: { Query: { b: () => ({ id: 'n', field: 'f' }) } },
    },
  };

  it('is null with an error, for nobody can be asked', async () => {
    const { data, errors } = await ask(subgraphs, '{ it: a { field } other }');
    expect(data).toEqual({ it: null, other: 1 });
    expect(errors).toMatchObject([
      {
        message: 'No subgraph tells Query.a.',
        path: ['it'],
        extensions: { code: 'SUBREQUEST_INVALID' },
      },
    ]);
  });

  it('is answered where no type need be known', async () => {
    expect(await ask(subgraphs, '{ b { id field } }')).toEqual({
      data: { b: { id: 'n', field: 'f' } },
    });
  });
});

describe('what an answer lacks', () => {
  const subgraphs = {
    a: {
      sdl: `type Query { thing: Thing plain: Plain } type Plain { text: String }
        type Thing @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { thing: () => ({ id: '1' }), plain: () => ({ text: null }) } },
    },
    b: {
      sdl: 'type Thing @key(fields: "id") { id: ID! name: String size: Int! }',
      resolvers: { Thing: { __resolveReference: () => null } },
    },
  };

  it('is an error where it should be', async () => {
    const answer = () => Promise.resolve({ data: { plain: {} } });
    const { data, errors } = await ask(subgraphs, '{ plain { text } }', answer);
    expect(data).toEqual({ plain: { text: null } });
    expect(errors).toMatchObject([{ path: ['plain', 'text'] }]);
  });

  it('is none where the subgraph says null, or does not know the entity', async () => {
    const data = { plain: { text: null }, thing: { id: '1', name: null } };
    expect(await ask(subgraphs, '{ plain { text } thing { id name } }')).toEqual({ data });
  });

  it('is an error where null may not be, though the subgraph says nothing else', async () => {
    const answer: AnswerSubrequest = ({ query, ...asked }) =>
      query.includes('_entities')
        ? Promise.resolve({ data: { _entities: [{ __typename: 'Thing', size: null }] } })
        : serveLocal(subgraphs)({ query, ...asked });
    const { data, errors } = await ask(subgraphs, '{ thing { id size } }', answer);
    expect(data).toEqual({ thing: null });
    expect(errors).toMatchObject([{ path: ['thing', 'size'] }]);
  });

  it('is told once, where another error names the place', async () => {
    const answer: AnswerSubrequest = ({ query, ...asked }) =>
      query.includes('_entities')
        ? Promise.resolve({
            data: { _entities: [null] },
            errors: [{ message: 'no', path: ['_entities', 0], extensions: { code: 'NOT_FOUND' } }],
          })
        : serveLocal(subgraphs)({ query, ...asked });
    const { errors } = await ask(subgraphs, '{ thing { id size } }', answer);
    expect(errors).toMatchObject([{ path: ['thing'], extensions: { code: 'NOT_FOUND' } }]);
    expect(errors).toHaveLength(1);
  });
});

describe('an entity that its owner answers with null, for it is hidden or not there', () => {
  const subgraphs = {
    reports: {
      sdl: `type Query { report: Report reports: [Report!]! } type Report { title: String matter: Matter! case: Case }
        type Matter @key(fields: "id") { id: ID! } type Case @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          report: () => ({ title: 'r', case: { id: '1' }, matter: { id: '2' } }),
          reports: () => ['1', '1', '2'].map((id) => ({ title: 'r', case: { id } })),
        },
      },
    },
    cases: {
      sdl: `type Case @key(fields: "id") { id: ID! receipt: String! office: Office! }
        type Office { name: String! } type Matter @key(fields: "id") { id: ID! text: String! }`,
      resolvers: {
        Case: {
          __resolveReference: ({ id }: { id: string }) =>
            id === '2' ? { id, receipt: 'R-2', office: { name: 'o' } } : null,
        },
        Matter: { __resolveReference: () => null },
      },
    },
  };

  it.each([
    ['a leaf', '{ report { title case { receipt } } }'],
    ['a leaf beside its key', '{ report { title case { id receipt } } }'],
    ['an object', '{ report { title case { office { name } } } }'],
  ])('is null, and nothing more is said, where %s may not be', async (_, query) => {
    expect(await ask(subgraphs, query)).toEqual({ data: { report: { title: 'r', case: null } } });
  });

  it('is null in each row that has it, and no other row', async () => {
    expect(await ask(subgraphs, '{ reports { case { id receipt } } }')).toEqual({
      data: { reports: [{ case: null }, { case: null }, { case: { id: '2', receipt: 'R-2' } }] },
    });
  });

  it('stays what it is where only its key is asked for', async () => {
    expect(await ask(subgraphs, '{ report { case { id } } }')).toEqual({
      data: { report: { case: { id: '1' } } },
    });
  });

  it('is an error where its own place may not be null', async () => {
    const { data, errors } = await ask(subgraphs, '{ report { matter { text } } }');
    expect(data).toEqual({ report: null });
    expect(errors).toMatchObject([
      { path: ['report', 'matter'], extensions: { code: 'SUBREQUEST_INVALID' } },
    ]);
    expect(errors).toHaveLength(1);
  });
});
