import type { IndexDeclaration, QueryShape } from '@onewindow/persistence';

/** Lists of one kind of aggregate: whose they may be, by what they are filtered, in which order. */
export interface ScopedLists<Scope extends string> {
  /** The field that each scope is an equality of: no list is read without one. */
  readonly scopes: Readonly<Record<Scope, string>>;
  /**
   * Equalities too, absent ones "one of all": so one index serves a list however it is filtered. Each with
   * all its values.
   */
  readonly filters: Readonly<Record<string, readonly (string | boolean)[]>>;
  readonly newest: Readonly<Record<string, 1 | -1>>;
  readonly oldest?: Readonly<Record<string, 1 | -1>>;
  /** The field of a parent whose page each list can be. */
  readonly of?: string;
  /** By which rows are left out for a viewer who must not see them. */
  readonly except?: readonly string[];
}

/** All statuses of a table of what is permitted: what is not there yet is in none. */
export const statusesOf = (permitted: object): readonly string[] =>
  Object.keys(permitted).filter((status) => status !== 'ABSENT');

export function queriesOf<Scope extends string>(
  lists: ScopedLists<Scope>,
): Readonly<Record<string, QueryShape>> {
  const { scopes, filters, newest, oldest, of, except = [] } = lists;
  return Object.fromEntries(
    Object.entries<string>(scopes).flatMap(([scope, field]) => {
      const names = Object.keys(filters);
      const anyOf = Object.fromEntries(names.map((name) => [name, filters[name]?.length ?? 0]));
      const listed = { equality: [field, ...names], anyOf, except };
      return [
        [`${scope}:newest`, { ...listed, sort: newest }],
        ...(oldest ? [[`${scope}:oldest`, { ...listed, sort: oldest }]] : []),
        ...(of === undefined
          ? []
          : [
              [
                `${scope}:newest:of`,
                { equality: [field, of, ...names], anyOf, except, sort: newest },
              ],
            ]),
      ];
    }),
  ) as Readonly<Record<string, QueryShape>>;
}

/** Each list has its index: equality, then sort; the opposite order reads the same one backwards. */
export function indexesOf<Scope extends string>(
  lists: ScopedLists<Scope>,
): readonly IndexDeclaration[] {
  return Object.entries(queriesOf(lists))
    .filter(([name]) => !name.endsWith(':oldest'))
    .map(([, { equality, sort }]) => ({
      fields: { ...Object.fromEntries(equality.map((field) => [field, 1 as const])), ...sort },
    }));
}
