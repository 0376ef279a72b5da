import { rowsOf, type FederationKind } from './a-kind.ts';

const licences = [
  { id: '1', holder: { id: 'h1' } },
  { id: '2', holder: { id: 'h2' } },
];

/** What is computed of what others know. */
export const REQUIREMENTS: readonly FederationKind[] = [
  {
    kind: 'fields that require each other in turn, over two subgraphs and back',
    subgraphs: {
      people: {
        sdl: `type Query { licences: [Licence!]! }
          type Licence @key(fields: "id") { id: ID! isNovice: Boolean! @external
            isExpert: Boolean! @requires(fields: "isNovice") }
          type Holder @key(fields: "id") { id: ID! years: Int! }`,
        resolvers: {
          Query: { licences: () => licences.map(({ id }) => ({ id })) },
          Licence: {
            __resolveReference: (given: object) => given,
            isExpert: ({ isNovice }: { isNovice?: boolean }) =>
              isNovice === undefined ? null : !isNovice,
          },
          ...rowsOf('Holder', [
            { id: 'h1', years: 1 },
            { id: 'h2', years: 9 },
          ]),
        },
      },
      licences: {
        sdl: `type Licence @key(fields: "id") { id: ID! holder: Holder!
            isNovice: Boolean! @requires(fields: "holder { years }") }
          type Holder @key(fields: "id") { id: ID! years: Int! @external }`,
        resolvers: {
          Licence: {
            __resolveReference: (given: { id: string; holder?: object }) => ({
              ...licences.find(({ id }) => id === given.id),
              ...given,
            }),
            isNovice: ({ holder }: { holder: { years?: number } }) =>
              holder.years === undefined ? null : holder.years < 3,
          },
        },
      },
    },
    asked: [
      {
        query: '{ licences { isExpert } }',
        data: { licences: [{ isExpert: false }, { isExpert: true }] },
        services: ['people', 'licences', 'people', 'licences', 'people'],
      },
      {
        query: '{ licences { id isNovice holder { id } } }',
        data: {
          licences: [
            { id: '1', isNovice: true, holder: { id: 'h1' } },
            { id: '2', isNovice: false, holder: { id: 'h2' } },
          ],
        },
      },
    ],
  },
  {
    kind: 'a requirement that depends on which type an object is',
    subgraphs: {
      owners: {
        sdl: `type Query { shops: [Shop!]! }
          type Shop @key(fields: "id") { id: ID! owner: Owner }
          union Owner = Person | Firm type Person { name: String! } type Firm { title: String! seat: Seat }
          type Seat { city: String! }`,
        resolvers: {
          Query: {
            shops: () => [
              { id: '1', owner: { __typename: 'Person', name: 'n' } },
              { id: '2', owner: { __typename: 'Firm', title: 't', seat: { city: 'c' } } },
              { id: '3', owner: { __typename: 'Firm', title: 'u', seat: null } },
              { id: '4', owner: null },
            ],
          },
        },
      },
      signs: {
        sdl: `type Shop @key(fields: "id") { id: ID! owner: Owner @external
            sign: String @requires(fields: "owner { __typename ... on Person { name } ... on Firm { title seat { city } } }") }
          union Owner = Person | Firm type Person { name: String! @external }
          type Firm { title: String! @external seat: Seat @external } type Seat { city: String! @external }`,
        resolvers: {
          Shop: {
            __resolveReference: (given: object) => given,
            sign: ({ owner }: { owner: object | null }) => JSON.stringify(owner),
          },
        },
      },
    },
    asked: [
      {
        query: '{ shops { sign } }',
        data: {
          shops: [
            { sign: '{"__typename":"Person","name":"n"}' },
            { sign: '{"__typename":"Firm","title":"t","seat":{"city":"c"}}' },
            { sign: '{"__typename":"Firm","title":"u","seat":null}' },
            { sign: 'null' },
          ],
        },
      },
    ],
  },
  {
    kind: 'an object of an interface that requires what only its types’ subgraph knows',
    subgraphs: {
      users: {
        sdl: `type Query { users: [Named!]! }
          interface Named @key(fields: "id") { id: ID! name: String! }
          type User implements Named @key(fields: "id") { id: ID! name: String! age: Int! }`,
        resolvers: {
          Query: {
            users: () => ['1', '2'].map((id) => ({ __typename: 'User', id, name: `n${id}` })),
          },
          Named: {
            __resolveReference: ({ id }: { id: string }) => ({
              ...{ __typename: 'User', id, name: `n${id}`, age: 30 },
            }),
          },
          User: {
            __resolveReference: ({ id }: { id: string }) => ({ id, name: `n${id}`, age: 30 }),
            age: () => 30,
          },
        },
      },
      logins: {
        sdl: `type Query { others: [Named!]! }
          type Named @key(fields: "id") @interfaceObject { id: ID! name: String! @external
            login: String! @requires(fields: "name") }`,
        resolvers: {
          Query: { others: () => [{ id: '1' }] },
          Named: {
            __resolveReference: (given: object) => given,
            login: ({ name }: { name?: string }) => `login of ${String(name)}`,
          },
        },
      },
    },
    asked: [
      {
        query: '{ others { id name login __typename } }',
        data: { others: [{ id: '1', name: 'n1', login: 'login of n1', __typename: 'User' }] },
      },
      {
        query: '{ others { ... on User { age login } } users { login } }',
        data: {
          others: [{ age: 30, login: 'login of n1' }],
          users: [{ login: 'login of n1' }, { login: 'login of n2' }],
        },
      },
    ],
  },
];
