import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';

/** The types that count and do not say whether they counted to the end, with how many count at all. */
function totalsIn(sdl: string): {
  readonly counting: number;
  readonly unbounded: readonly string[];
} {
  const types = parse(sdl).definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const fields = (node.fields ?? []).map(({ name }) => name.value);
    return fields.includes('totalCount') ? [{ name: node.name.value, fields }] : [];
  });
  return {
    counting: types.length,
    unbounded: types
      .filter(({ fields }) => !fields.includes('totalCountIsExact'))
      .map(({ name }) => name),
  };
}

it('every list of our graph that counts says whether it counted to the end: none counts beyond a bound', () => {
  const { counting, unbounded } = totalsIn(
    readFileSync(`${__dirname}/../supergraph.graphql`, 'utf8'),
  );
  expect(counting).toBeGreaterThanOrEqual(15);
  expect(unbounded).toEqual([]);
});

it('a list that counts all there is would be found', () => {
  const endless =
    'type A { totalCount: Int! totalCountIsExact: Boolean! } type B { totalCount: Int! }';
  expect(totalsIn(endless)).toEqual({ counting: 2, unbounded: ['B'] });
});
