import type { FederationKind } from './a-kind.ts';

/** Types of which each subgraph knows a part. */
export const TYPES: readonly FederationKind[] = [
  {
    kind: 'a union whose members only the subgraph of the field provides',
    subgraphs: {
      lists: {
        sdl: `type Query { plain: [Medium!]! given: [Medium!]! @provides(fields: "... on Book { title }") }
          union Medium = Book | Film
          type Book @key(fields: "id") { id: ID! title: String @external }
          type Film @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            plain: () => [
              { __typename: 'Book', id: '1' },
              { __typename: 'Film', id: '2' },
            ],
            given: () => [
              { __typename: 'Book', id: '1', title: 'given' },
              { __typename: 'Film', id: '2' },
            ],
          },
        },
      },
      titles: {
        sdl: `type Book @key(fields: "id") { id: ID! title: String @shareable }
          type Film @key(fields: "id") { id: ID! title: String }`,
        resolvers: {
          Book: { __resolveReference: ({ id }: { id: string }) => ({ id, title: 'book' }) },
          Film: { __resolveReference: ({ id }: { id: string }) => ({ id, title: 'film' }) },
        },
      },
    },
    asked: [
      {
        query: '{ given { ... on Book { title } } }',
        data: { given: [{ title: 'given' }, {}] },
        services: ['lists'],
      },
      {
        query: '{ plain { ... on Book { title } ... on Film { title } } }',
        data: { plain: [{ title: 'book' }, { title: 'film' }] },
      },
      {
        query: '{ given { __typename ... on Film { title } ... on Book { title } } }',
        data: {
          given: [
            { __typename: 'Book', title: 'given' },
            { __typename: 'Film', title: 'film' },
          ],
        },
      },
    ],
  },
  {
    kind: 'what lies deep in an object that the subgraph of the field provides',
    subgraphs: {
      goods: {
        sdl: `type Query { goods: [Good!]! @provides(fields: "kinds { name parent { name } }") }
          type Good @key(fields: "id") { id: ID! kinds: [Kind!]! @external }
          type Kind @key(fields: "id") { id: ID! name: String! @external parent: Kind @external }`,
        resolvers: {
          Query: {
            goods: () => [
              { id: '1', kinds: [{ id: 'k', name: 'given', parent: { id: 'p', name: 'above' } }] },
            ],
          },
        },
      },
      kinds: {
        sdl: `type Good @key(fields: "id") { id: ID! kinds: [Kind!]! @shareable }
          type Kind @key(fields: "id") { id: ID! name: String! @shareable parent: Kind @shareable code: String! }`,
        resolvers: {
          Good: { __resolveReference: ({ id }: { id: string }) => ({ id, kinds: [] }) },
          Kind: {
            __resolveReference: ({ id }: { id: string }) => ({
              ...{ id, name: 'asked', code: `c${id}` },
              parent: id === 'p' ? null : { id: 'p', name: 'asked', code: 'cp' },
            }),
          },
        },
      },
    },
    asked: [
      {
        query: '{ goods { kinds { name parent { name } } } }',
        data: { goods: [{ kinds: [{ name: 'given', parent: { name: 'above' } }] }] },
        services: ['goods'],
      },
      {
        query: '{ goods { kinds { name code parent { code } } } }',
        data: { goods: [{ kinds: [{ name: 'given', code: 'ck', parent: { code: 'cp' } }] }] },
      },
    ],
  },
  {
    kind: 'a union of which each subgraph knows other members',
    subgraphs: {
      a: {
        sdl: `type Query { medium: Medium @shareable ofA: Medium }
          union Medium = Book | Song type Book @shareable { title: String! } type Song { title: String! }`,
        resolvers: {
          Query: {
            medium: () => ({ __typename: 'Book', title: 'b' }),
            ofA: () => ({ __typename: 'Song', title: 's' }),
          },
        },
      },
      b: {
        sdl: `type Query { medium: Medium @shareable ofB: Medium }
          union Medium = Book | Film type Book @shareable { title: String! } type Film { title: String! }`,
        resolvers: {
          Query: {
            medium: () => ({ __typename: 'Book', title: 'b' }),
            ofB: () => ({ __typename: 'Film', title: 'f' }),
          },
        },
      },
    },
    asked: [
      {
        query: `{ medium { ...m } ofA { ...m } ofB { ...m } }
          fragment m on Medium { __typename ... on Book { title } ... on Song { title } ... on Film { title } }`,
        data: {
          medium: { __typename: 'Book', title: 'b' },
          ofA: { __typename: 'Song', title: 's' },
          ofB: { __typename: 'Film', title: 'f' },
        },
      },
      { query: '{ ofB { ... on Song { title } } }', data: { ofB: {} } },
    ],
  },
  {
    kind: 'an enum of which callers see some values',
    subgraphs: {
      a: {
        sdl: 'type Query { a: [Colour] } enum Colour { RED GREEN @inaccessible }',
        resolvers: { Query: { a: () => ['RED', 'GREEN', null] } },
      },
      b: {
        sdl: 'type Query { b: Colour } enum Colour { RED BLUE }',
        resolvers: { Query: { b: () => 'BLUE' } },
      },
    },
    asked: [
      {
        query: '{ a b }',
        data: { a: ['RED', null, null], b: 'BLUE' },
        errorsAt: [['a', 1]],
      },
    ],
  },
  {
    kind: 'an interface whose types are spread over subgraphs, asked by their common fields',
    subgraphs: {
      nodes: {
        sdl: `type Query { nodes: [Node!]! } interface Node { id: ID! }
          type Desk implements Node @key(fields: "id") { id: ID! } type Hall implements Node @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            nodes: () => [
              { __typename: 'Desk', id: '1' },
              { __typename: 'Hall', id: '2' },
            ],
          },
        },
      },
      desks: {
        sdl: 'type Desk @key(fields: "id") { id: ID! name: String! }',
        resolvers: {
          Desk: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `desk ${id}` }) },
        },
      },
      halls: {
        sdl: 'type Hall @key(fields: "id") { id: ID! name: String }',
        resolvers: { Hall: { __resolveReference: () => null } },
      },
    },
    asked: [
      {
        query: '{ nodes { id ... on Desk { name } ... on Hall { called: name } } }',
        data: {
          nodes: [
            { id: '1', name: 'desk 1' },
            { id: '2', called: null },
          ],
        },
      },
      {
        query: '{ nodes { __typename ... on Node { id } } }',
        data: {
          nodes: [
            { __typename: 'Desk', id: '1' },
            { __typename: 'Hall', id: '2' },
          ],
        },
        services: ['nodes'],
      },
    ],
  },
];
