import { countValues, passing, type Facet } from './facets.ts';

interface Cup {
  readonly colour: 'red' | 'blue' | null;
  readonly size: 'small' | 'large';
}
const cups: readonly Cup[] = [
  { colour: 'red', size: 'small' },
  { colour: 'red', size: 'large' },
  { colour: 'blue', size: 'large' },
  { colour: null, size: 'large' },
];
const facets = (wanted: { colour?: ('red' | 'blue')[]; size?: ('small' | 'large')[] }) => {
  const colour: Facet<Cup, 'red' | 'blue'> = { of: (cup) => cup.colour, wanted: wanted.colour };
  const size: Facet<Cup, 'small' | 'large'> = { of: (cup) => cup.size, wanted: wanted.size };
  return { colour, size, all: [colour, size] };
};

describe('the numbers beside a filter', () => {
  it('count what each value has, most first', () => {
    const { colour, size, all } = facets({});
    expect(countValues(cups, size, all)).toEqual([
      { value: 'large', count: 3 },
      { value: 'small', count: 1 },
    ]);
    expect(countValues(cups, colour, all)).toEqual([
      { value: 'red', count: 2 },
      { value: 'blue', count: 1 },
    ]);
  });

  it('heed the choices of the other filters and not their own', () => {
    const { colour, size, all } = facets({ colour: ['blue'], size: ['large'] });
    expect(passing(cups, all)).toEqual([{ colour: 'blue', size: 'large' }]);
    expect(countValues(cups, colour, all)).toEqual([
      { value: 'blue', count: 1 },
      { value: 'red', count: 1 },
    ]);
    expect(countValues(cups, size, all)).toEqual([{ value: 'large', count: 1 }]);
  });

  it('take one of several wanted values for enough, and none for nothing', () => {
    expect(passing(cups, facets({ colour: ['red', 'blue'] }).all)).toHaveLength(3);
    expect(passing(cups, facets({ colour: [] }).all)).toEqual([]);
  });
});
