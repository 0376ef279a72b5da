import { readFileSync } from 'node:fs';
import { isBounded, textsAndLists } from './input-places.ts';

const supergraph = readFileSync(`${__dirname}/../supergraph.graphql`, 'utf8');

describe('every input of the graph', () => {
  it('has a length in the SDL where it is a text or a list', () => {
    const without = textsAndLists(supergraph).filter((place) => !isBounded(place));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('is looked at: a text and a list without a length are found', () => {
    const places = textsAndLists(`
      type Query { a(b: String! @constraint(minLength: 1), c: [Int!], d: ID, e: I): Int }
      input I { f: [String!] @constraint(maxItems: 3) g: String @constraint(maxLength: 3) }`);
    const without = places.filter((place) => !isBounded(place));
    expect(without.map(({ name }) => name)).toEqual(['Query.a(b)', 'Query.a(c)', 'I.f']);
  });
});
