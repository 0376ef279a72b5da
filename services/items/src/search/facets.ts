/** One filter of a search: what an item has for it, and which values are wanted (all of them when absent). */
export interface Facet<Item, Value extends string = string> {
  /** Null when nobody has told: then no value counts it, and no filter lets it through. */
  readonly of: (item: Item) => Value | null;
  readonly wanted?: readonly Value[] | null | undefined;
}

export interface ValueCount<Value extends string> {
  readonly value: Value;
  readonly count: number;
}

/** What passes all filters, in its order. */
export function passing<Item>(
  items: readonly Item[],
  facets: readonly Facet<Item>[],
): readonly Item[] {
  return items.filter((item) => facets.every((facet) => passes(item, facet)));
}

/**
 * How many there would be with each value of a filter, the others staying as they are: its own choice
 * doesn't take part, so that the numbers beside it tell what another choice would bring. Most first.
 */
export function countValues<Item, Value extends string>(
  items: readonly Item[],
  counted: Facet<Item, Value>,
  all: readonly Facet<Item>[],
): readonly ValueCount<Value>[] {
  const others = all.filter((facet) => facet.of !== counted.of);
  const counts = new Map<Value, number>();
  for (const item of passing(items, others)) {
    const value = counted.of(item);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function passes<Item>(item: Item, { of, wanted }: Facet<Item>): boolean {
  if (wanted == null) return true;
  const value = of(item);
  return value !== null && wanted.includes(value);
}
