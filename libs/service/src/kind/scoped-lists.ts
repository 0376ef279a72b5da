import type { IndexDeclaration, ListRequest, QueryShape } from '@onewindow/persistence';

/** An equality that a list can be narrowed by, with every value that there is: absent is "one of all". */
export interface Filter<Value extends string | boolean = string | boolean> {
  readonly field: string;
  readonly all: readonly Value[];
}

export type Filters = Readonly<Record<string, Filter>>;

/** Lists of one kind of aggregate: whose they may be, by what they are filtered, in which order. */
export interface Lists<Scope extends string, Own extends Filters> {
  /** The field that each scope is an equality of: no list is read without one. Null: the scope of everything. */
  readonly scopes: Readonly<Record<Scope, string | null>>;
  readonly filters: Own;
  /** Scopes within which a viewer may have several values, with how many at most: he sees what holds one of them. */
  readonly several?: Readonly<Partial<Record<Scope, number>>>;
  /** The field whose newest comes first: `state.occurredAt`. */
  readonly newest?: string;
  /**
   * Instead of `newest`, the field whose lowest comes first: `state.number`. With neither there is no list, or the
   * kind's own `queries` serve it.
   */
  readonly lowest?: string;
  /** The field of each parent whose page a list can be: `{ case: 'state.case' }`. */
  readonly of?: Readonly<Record<string, string>>;
  /** Only the lists of parents are read, and none of a whole scope. */
  readonly onlyOf?: true;
  /** Fields by which a sight leaves rows out (`Sight.except`): few rows, which are passed over. */
  readonly except?: readonly string[];
}
type AnyLists = Lists<string, Filters>;

/** The one scope within which a viewer sees a kind. */
export interface Sight<Scope extends string> {
  readonly name: Scope;
  /** What the scope's field holds, or one of several (`Lists.several`). Without meaning for the scope of everything. */
  readonly value: string | readonly string[];
  /** What the rows that he sees do not hold, by field: `{ 'state.target': himself }`. */
  readonly except?: Readonly<Record<string, string>>;
}

/** The one scope of what is there for everybody, and his sight of it. */
export const everything = { everything: null } as const;
export const everybody = (): Sight<'everything'> => ({ name: 'everything', value: '' });
/** For a kind of which no list is read. */
export const unlisted = { scopes: everything, filters: {} } as const;

export function queriesOf(lists: AnyLists): Readonly<Record<string, QueryShape>> {
  const { newest, lowest, except = [], several = {}, onlyOf = false } = lists;
  const by = newest ?? lowest;
  if (by === undefined) return {};
  const [first, last] = newest === undefined ? ([1, -1] as const) : ([-1, 1] as const);
  const filters = Object.values(lists.filters);
  // Of a scope's values there are always more than he has: they are never left out as if they were all.
  const scoped = Object.entries(several).flatMap(([scope, most = 1]) => {
    const field = lists.scopes[scope];
    return field == null ? [] : [[field, most + 1] as const];
  });
  const anyOf = Object.fromEntries([
    ...filters.map(({ field, all }) => [field, all.length] as const),
    ...scoped,
  ]);
  const sorted = (fields: readonly (string | null)[], direction: 1 | -1): QueryShape => ({
    equality: [...fields, ...filters.map(({ field }) => field)].filter((field) => field !== null),
    anyOf,
    except,
    sort: { [by]: direction, _id: direction },
  });
  return Object.fromEntries(
    Object.entries(lists.scopes).flatMap(([scope, field]) => [
      ...(onlyOf
        ? []
        : [
            [`${scope}:newest`, sorted([field], first)] as const,
            [`${scope}:oldest`, sorted([field], last)] as const,
          ]),
      ...Object.entries(lists.of ?? {}).map(
        ([parent, key]) => [`${scope}:newest:${parent}`, sorted([field, key], first)] as const,
      ),
    ]),
  );
}

/** Each list has its index: equality, then sort; the opposite order reads the same one backwards. */
export function indexesOf(lists: AnyLists): readonly IndexDeclaration[] {
  return Object.entries(queriesOf(lists))
    .filter(([name]) => !name.endsWith(':oldest'))
    .map(([, { equality, sort }]) => ({
      fields: { ...Object.fromEntries(equality.map((field) => [field, 1 as const])), ...sort },
    }));
}

/** A filter as somebody asks for it: one value, one of several, or any. */
export type Asked<Own extends Filters> = {
  readonly [Name in keyof Own]?:
    Own[Name]['all'][number] | readonly Own[Name]['all'][number][] | null | undefined;
};

/** One value, or an array of those of which one must be there. */
type Equality = ListRequest['equality'][string];

/** The equality of a list in one scope: every filter has a value, so that one index serves all. */
export function equalityOf<Scope extends string, Own extends Filters>(
  { scopes, filters }: Lists<Scope, Own>,
  sight: Sight<Scope>,
  asked: Asked<Own> | null | undefined,
): Readonly<Record<string, Equality>> {
  // What stands in `asked` is of the filter's own values: its type says so, and the SDL's enum has checked it.
  const wanted = (asked ?? {}) as Readonly<Record<string, Equality | null | undefined>>;
  const field = scopes[sight.name];
  return Object.fromEntries<Equality>([
    ...(field === null ? [] : [[field, sight.value] as [string, Equality]]),
    ...Object.entries(filters).map(([name, { field: filtered, all }]): [string, Equality] => [
      filtered,
      wanted[name] ?? all,
    ]),
  ]);
}
