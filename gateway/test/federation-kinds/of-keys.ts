import { rowsOf, type FederationKind } from './a-kind.ts';

/** By what entities are found. */
export const KEYS: readonly FederationKind[] = [
  {
    kind: 'a chain of keys in which one is null on the way',
    subgraphs: {
      shelves: {
        sdl: `type Query { shelves: [Shelf!]! } type Shelf { book: Book }
          type Book @key(fields: "upc") { upc: ID! }`,
        resolvers: {
          Query: { shelves: () => ['1', '2', '3', null].map((upc) => ({ book: upc && { upc } })) },
        },
      },
      books: {
        sdl: `type Book @key(fields: "upc") @key(fields: "id") { upc: ID! id: ID }`,
        resolvers: {
          Book: {
            __resolveReference: ({ upc }: { upc: string }) => ({
              upc,
              id: upc === '2' ? null : `b${upc}`,
            }),
          },
        },
      },
      authors: {
        sdl: `type Book @key(fields: "id") { id: ID author: Author }
          type Author @key(fields: "id") { id: ID! }`,
        resolvers: {
          Book: {
            __resolveReference: ({ id }: { id: string | null }) =>
              id === null ? null : { id, author: id === 'b3' ? null : { id: `of ${id}` } },
          },
        },
      },
    },
    asked: [
      {
        query: '{ shelves { book { upc author { id } } } }',
        data: {
          shelves: [
            { book: { upc: '1', author: { id: 'of b1' } } },
            { book: { upc: '2', author: null } },
            { book: { upc: '3', author: null } },
            { book: null },
          ],
        },
      },
    ],
  },
  {
    kind: 'composite keys that share a part, each understood by another subgraph',
    subgraphs: {
      rooms: {
        sdl: `type Query { room: Room }
          type Room @key(fields: "house { city } number") { number: Int! house: House! }
          type House @shareable { city: String! }`,
        resolvers: { Query: { room: () => ({ number: 7, house: { city: 'c', street: 's' } }) } },
      },
      streets: {
        sdl: `type Room @key(fields: "house { city } number") @key(fields: "house { city street } number") {
            number: Int! house: House! } type House @shareable { city: String! street: String! }`,
        resolvers: {
          Room: {
            __resolveReference: ({ number }: { number: number }) => ({
              number,
              house: { city: 'c', street: 's' },
            }),
          },
        },
      },
      rents: {
        sdl: `type Room @key(fields: "house { city street } number") { number: Int! house: House! rent: String }
          type House @shareable { city: String! street: String! }`,
        resolvers: {
          Room: {
            __resolveReference: (given: object) => ({ ...given, rent: JSON.stringify(given) }),
          },
        },
      },
    },
    asked: [
      {
        query: '{ room { rent } }',
        data: {
          room: {
            rent: '{"__typename":"Room","house":{"city":"c","street":"s"},"number":7}',
          },
        },
        services: ['rooms', 'streets', 'rents'],
      },
    ],
  },
  {
    kind: 'a root field that several subgraphs share, each with a part of what it answers',
    subgraphs: Object.fromEntries(
      ['name', 'price', 'category'].map((part) => [
        part,
        {
          sdl: `type Query { product: Product @shareable products: [Product!] @shareable }
            type Product { id: ID! @shareable ${part}: Part_${part} }
            type Part_${part} { id: ID! @inaccessible text: String! }`,
          resolvers: {
            Query: {
              product: () => ({ id: '1', [part]: { id: '1', text: part } }),
              products: () => [{ id: '1', [part]: { id: '1', text: part } }],
            },
          },
        },
      ]),
    ),
    asked: [
      {
        query: '{ product { id name { text } price { text } category { text } } }',
        data: {
          product: {
            id: '1',
            name: { text: 'name' },
            price: { text: 'price' },
            category: { text: 'category' },
          },
        },
      },
      {
        query: '{ products { price { text } id name { text } } }',
        data: { products: [{ price: { text: 'price' }, id: '1', name: { text: 'name' } }] },
      },
    ],
  },
  {
    kind: 'a field that moved to another subgraph',
    subgraphs: {
      old: {
        sdl: 'type Query { post: Post } type Post @key(fields: "id") { id: ID! at: String! text: String! }',
        resolvers: {
          Query: { post: () => ({ id: '1', at: 'old', text: 'old' }) },
          ...rowsOf('Post', [{ id: '1' }]),
        },
      },
      fresh: {
        sdl: 'type Post @key(fields: "id") { id: ID! at: String! @override(from: "old") }',
        resolvers: rowsOf('Post', [{ id: '1', at: 'fresh' }]),
      },
    },
    asked: [{ query: '{ post { at text } }', data: { post: { at: 'fresh', text: 'old' } } }],
  },
];
