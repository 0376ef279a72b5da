import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { subgraphSdl } from './subgraph-sdl.ts';

const items = `
  extend type Query { "One. 一项" item(id: ID!): Item }
  "An item. 事项" type Item @key(fields: "id") { "Its id" id: ID! "Its fee" fee: Yuan! @tag(name: "x") }`;
const cases = `
  extend type Query { case(id: ID!): Case }
  extend type Query { cases: [Case!]! }
  extend type Mutation { accept(id: ID!): AcceptResult! }
  union AcceptResult = Accepted | Conflict
  type Accepted { case: Case! }
  type Case @key(fields: "id") { id: ID! item: Item secret: String @requiresScopes(scopes: [["personal:read"]]) }
  type Item @key(fields: "id", resolvable: false) { id: ID! }`;

it('has one Query with the fields of all modules, descriptions and directives kept', () => {
  const sdl = subgraphSdl(cases);
  expect(sdl.match(/type Query/g)).toHaveLength(1);
  expect(sdl).toContain('  cases: [Case!]!');
  expect(sdl).toContain('@requiresScopes(scopes: [["personal:read"]])');
  expect(subgraphSdl(items)).toContain('"An item. 事项"');
});

it('leaves out a Mutation that nobody added to', () => {
  expect(subgraphSdl(items)).not.toContain('type Mutation');
});

it('is the same text each time and parses', () => {
  expect(subgraphSdl(cases)).toBe(subgraphSdl(cases));
  expect(parse(subgraphSdl(cases)).kind).toBe('Document');
});

it('refuses a type that two modules define', () => {
  expect(() => subgraphSdl(`${items} type Item { id: ID! }`)).toThrow('Item is defined twice');
});

it('composes with another subgraph that carries the same base', () => {
  const { errors } = composeServices(
    Object.entries({ items, cases }).map(([name, own]) => ({
      name,
      url: `http://${name}.invalid/`,
      typeDefs: parse(subgraphSdl(own)),
    })),
  );
  expect(errors).toBeUndefined();
});
