import type { Viewer } from '@onewindow/identity';
import { aClerk, aSubgraph, nobody, type Answered } from './a-subgraph.ts';

const ran: string[] = [];
const note = (name: string, value: unknown) => () => {
  ran.push(name);
  return value;
};
const secret = { __typename: 'Secret', id: '1', text: 'hidden', size: 1 };
const plain = { __typename: 'Plain', id: '2', size: 2 };

const { subgraph } = aSubgraph({
  sdl: `
    interface Sized { size: Int }
    type Secret implements Sized @key(fields: "id") @requiresScopes(scopes: [["personal:read"]]) { id: ID! text: String size: Int }
    type Plain implements Sized @key(fields: "id") { id: ID! size: Int owner: String @requiresScopes(scopes: [["cases:handle", "cases:decide"], ["cases:centre"]]) }
    union Either = Secret | Plain
    enum Grade @authenticated { GOOD }
    scalar Phone @requiresScopes(scopes: [["personal:read"]])
    extend type Query {
      open: String
      signedIn: String @authenticated
      staffOnly: String @policy(policies: [["kind:STAFF"]])
      secret: Secret
      secrets: [Secret!]
      grade: Grade
      phone: Phone
      either(secret: Boolean!): Either
      sized: [Sized]
      plain: Plain
    }
    extend type Mutation { reveal: Secret }`,
  resolvers: {
    Query: {
      open: note('open', 'open'),
      signedIn: note('signedIn', 'yes'),
      staffOnly: note('staffOnly', 'yes'),
      secret: note('secret', secret),
      secrets: note('secrets', [secret]),
      grade: note('grade', 'GOOD'),
      phone: note('phone', '138'),
      either: (_: unknown, args: { secret: boolean }) => (args.secret ? secret : plain),
      sized: () => [secret, plain],
      plain: () => plain,
    },
    Mutation: { reveal: note('reveal', secret) },
    Secret: { __resolveReference: note('Secret reference', secret) },
    Plain: {
      __resolveReference: ({ id }: { id: string }) => {
        if (id === 'broken') throw new Error('broken');
        return { ...plain, id };
      },
      owner: note('owner', 'somebody'),
    },
  },
});

const ask = async (query: string, viewer: Viewer) =>
  (await subgraph.executeOperation({ query }, { viewer })) as Answered;
const codes = ({ errors }: Answered) => errors?.map(({ extensions }) => extensions['code']);
beforeEach(() => ran.splice(0));

it('leaves a field without directives to everybody', async () => {
  expect((await ask('{ open }', nobody)).data).toEqual({ open: 'open' });
});

it.each([
  '{ signedIn }',
  '{ staffOnly }',
  '{ secret { id } }',
  '{ secrets { __typename } }',
  '{ grade }',
  '{ phone }',
  'mutation { reveal { __typename } }',
])('answers %s UNAUTHENTICATED to an anonymous viewer and runs nothing', async (query) => {
  const answer = await ask(query, nobody);
  expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
  expect(ran).toEqual([]);
});

it.each([
  '{ secret { id } }',
  '{ secrets { __typename } }',
  '{ phone }',
  'mutation { reveal { id } }',
])('answers %s FORBIDDEN to a viewer without the scope and runs nothing', async (query) => {
  const answer = await ask(query, aClerk('cases:handle'));
  expect(codes(answer)).toEqual(['FORBIDDEN']);
  expect(ran).toEqual([]);
});

it('lets the viewer with the scope through', async () => {
  const { data } = await ask(
    '{ secret { text } phone grade signedIn staffOnly }',
    aClerk('personal:read'),
  );
  expect(data).toMatchObject({ secret: { text: 'hidden' }, grade: 'GOOD', staffOnly: 'yes' });
});

it.each([
  [[], false],
  [['cases:handle'], false],
  [['cases:handle', 'cases:decide'], true],
  [['cases:centre'], true],
] as const)('reads a list of lists of scopes as any of all: %j is %s', async (scopes, allowed) => {
  const { data } = await ask('{ plain { owner } }', aClerk(...scopes));
  expect(data).toEqual({ plain: { owner: allowed ? 'somebody' : null } });
});

it('refuses a policy by kind of viewer', async () => {
  const citizen: Viewer = { id: 'p', kind: 'NATURAL', scopes: new Set() };
  expect(codes(await ask('{ staffOnly }', citizen))).toEqual(['FORBIDDEN']);
});

it('nulls the protected member of a union, even when only its name is asked for', async () => {
  const clerk = aClerk();
  const hidden = await ask('{ either(secret: true) { __typename } }', clerk);
  expect(hidden.data).toEqual({ either: null });
  expect(codes(hidden)).toEqual(['FORBIDDEN']);
  const shown = await ask('{ either(secret: false) { __typename } }', clerk);
  expect(shown.data).toEqual({ either: { __typename: 'Plain' } });
});

it('nulls the protected rows behind an interface and keeps the others', async () => {
  const answer = await ask('{ sized { size } }', aClerk());
  expect(answer.data).toEqual({ sized: [null, { size: 2 }] });
  expect(codes(answer)).toEqual(['FORBIDDEN']);
});

it('refuses a reference over _entities before it is resolved', async () => {
  const answer = await ask(
    '{ _entities(representations: [{__typename: "Secret", id: "1"}, {__typename: "Plain", id: "2"}]) { __typename } }',
    aClerk(),
  );
  expect(answer.data).toEqual({ _entities: [null, { __typename: 'Plain' }] });
  expect(codes(answer)).toEqual(['FORBIDDEN']);
  expect(ran).toEqual([]);
});

it('nulls one entity, not the list, when its reference resolver throws', async () => {
  const answer = await ask(
    '{ _entities(representations: [{__typename: "Plain", id: "broken"}, {__typename: "Plain", id: "2"}]) { ... on Plain { id } } }',
    aClerk(),
  );
  expect(answer.data).toEqual({ _entities: [null, { id: '2' }] });
});

it('refuses a field below an alias or a fragment as the field itself', async () => {
  const answer = await ask(
    '{ a: plain { ...Owner } } fragment Owner on Plain { o: owner }',
    nobody,
  );
  expect(answer.data).toEqual({ a: { o: null } });
});

it('refuses everybody when no viewer is in the context', async () => {
  const open = aSubgraph({
    sdl: 'extend type Query { signedIn: String @authenticated }',
    resolvers: { Query: { signedIn: () => 'yes' } },
    context: (request) => ({ ...request, viewer: undefined as unknown as Viewer }),
  });
  expect(
    codes(
      (await open.subgraph.executeOperation(
        { query: '{ signedIn }' },
        { viewer: aClerk() },
      )) as Answered,
    ),
  ).toEqual(['UNAUTHENTICATED']);
});

it.each([
  ['@requiresScopes(scopes: [["cases:handel"]])', 'unknown scope cases:handel'],
  ['@policy(policies: [["kind:NOBODY"]])', 'unknown policy kind:NOBODY'],
])('does not start with %s, which would refuse everybody', (directive, message) => {
  expect(() => aSubgraph({ sdl: `extend type Query { a: String ${directive} }` })).toThrow(message);
});
