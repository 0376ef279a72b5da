/** The graph of the benchmarks: N products, three reviews of each, the author of each review; three subgraphs. */
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@shareable"])';

export const SUBGRAPHS = {
  products: `${link}
type Query { products(first: Int!, seed: Int!): [Product!]! }
type Product @key(fields: "id") { id: ID! name: String! price: Int! inStock: Boolean! }`,
  reviews: `${link}
type Product @key(fields: "id") { id: ID! reviews: [Review!]! }
type Review @key(fields: "id") { id: ID! body: String! rating: Int! author: User! }
type User @key(fields: "id", resolvable: false) { id: ID! }`,
  users: `${link}
type User @key(fields: "id") { id: ID! name: String! city: String! }`,
} as const;
export type SubgraphName = keyof typeof SUBGRAPHS;

/** How many different people write reviews: 150 reviews have 50 authors. */
const AUTHORS = 50;
const REVIEWS_OF_EACH = 3;

/** One query for each number of fetches: 1, 2 in series, 3 in series. */
export const QUERIES = {
  1: 'query One($first: Int!, $seed: Int!) { products(first: $first, seed: $seed) { id name price inStock } }',
  2: 'query Two($first: Int!, $seed: Int!) { products(first: $first, seed: $seed) { id name price inStock reviews { id body rating } } }',
  3: 'query Three($first: Int!, $seed: Int!) { products(first: $first, seed: $seed) { id name price inStock reviews { id body rating author { id name city } } } }',
} as const;

export interface Product {
  readonly __typename: 'Product';
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly inStock: boolean;
}

export const productOf = (number: number): Product => ({
  __typename: 'Product',
  id: `p${number}`,
  name: `Product number ${number}`,
  price: 100 + (number % 97),
  inStock: number % 3 > 0,
});

export function reviewsOf(product: string) {
  const number = Number(product.slice(1));
  return Array.from({ length: REVIEWS_OF_EACH }, (_, at) => ({
    __typename: 'Review' as const,
    id: `${product}-r${at}`,
    body: `It does what the page says, and the ${at + 1}. month of using it has changed nothing about that.`,
    rating: 1 + ((number + at) % 5),
    author: { __typename: 'User' as const, id: `u${(number * REVIEWS_OF_EACH + at) % AUTHORS}` },
  }));
}

export const userOf = (id: string) => ({
  __typename: 'User' as const,
  id,
  name: `Reader ${id.slice(1)}`,
  city: `City of ${Number(id.slice(1)) % 7}`,
});
