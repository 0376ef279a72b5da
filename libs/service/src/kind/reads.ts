import type { Viewer } from '@onewindow/identity';
import { checkedAtStart, connectionOf } from '@onewindow/subgraph';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Caller } from '../command-meta.ts';
import type { Kind, KindTypes } from './define-kind.ts';
import type { Kinds } from './open-kinds.ts';
import { everybody, type Asked } from './scoped-lists.ts';

type Context = { readonly kinds: Kinds };
type Resolving<Parent, Args> = [
  parent: Parent,
  args: Args,
  context: Context,
  info: GraphQLResolveInfo,
];

interface PageArgs<T extends KindTypes, Order extends string> {
  readonly filter?: Asked<T['filters']> | null | undefined;
  readonly orderBy?: Order | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** `Query.x(id)`: one by its id, null where the viewer may see none. */
export const oneOf =
  <T extends KindTypes>(kind: Kind<T>) =>
  (...[, { id }, { kinds }, info]: Resolving<unknown, { readonly id: string }>) =>
    kinds.of(kind).asked(info).byId.load(id);

/** `__resolveReference` of the kind's type by its id: null where the viewer may see none. */
export const referenceTo =
  <T extends KindTypes>(kind: Kind<T>) =>
  ({ id }: { readonly id: string }, { kinds }: Context, info: GraphQLResolveInfo) =>
    kinds.of(kind).asked(info).byId.load(id);

/** Which scopes a list is for, all when absent. */
interface ForScopes<T extends KindTypes> {
  readonly scopes?: readonly T['scope'][];
}

/**
 * `Query.xs`: the list within the viewer's scope. `orders` says which order each of the SDL's is, `scopes` for
 * whom the list is: `myComplaints` is for complainants only.
 */
export const pageOf = <T extends KindTypes, Order extends string = never>(
  kind: Kind<T>,
  {
    orders,
    ...scopes
  }: ForScopes<T> & { readonly orders?: Readonly<Record<Order, 'newest' | 'oldest'>> } = {},
) =>
  checkedAtStart(
    (...[, args, { kinds }, info]: Resolving<unknown, PageArgs<T, Order>>) => {
      const order = args.orderBy == null ? undefined : orders?.[args.orderBy];
      const wanted = { filter: args.filter, ...(order && { order }), ...scopes };
      return connectionOf({ args, info }, kinds.of(kind).asked(info).list(wanted), kind.toView);
    },
    (field) => {
      knowsArgs(field, { filter: kind.lists.filters, orderBy: orders ?? {} });
    },
  );

/** `Parent.xs`: the newest of one parent, which the kind's `lists.of` names. */
export const pageOfParent = <T extends KindTypes>(
  kind: Kind<T>,
  parent: string,
  scopes: ForScopes<T> = {},
) =>
  checkedAtStart(
    (
      ...[{ id }, args, { kinds }, info]: Resolving<{ readonly id: string }, PageArgs<T, never>>
    ) => {
      const reads = kinds.of(kind).asked(info);
      const list = reads.listOfParent(parent, id, { filter: args.filter, ...scopes });
      return connectionOf({ args, info }, list, kind.toView);
    },
    (field) => {
      if (!kind.lists.of?.[parent]) throw new Error(`No list of one ${parent} is declared.`);
      knowsArgs(field, { filter: kind.lists.filters, orderBy: {} });
    },
  );

/** The types of a kind of which no list is but those of its parents. */
type OfParents = KindTypes & { readonly scope: 'everything' };

/**
 * `Parent.xs` of rows that the kind lists to nobody: whoever sees one of a parent sees all of it, so it is asked of
 * the parent, once. An empty page for everybody else.
 */
export const pageOfSeenParent = <T extends OfParents, Parent extends { readonly id: string }>(
  kind: Kind<T>,
  parent: string,
  sees: (viewer: Viewer, parent: Parent) => boolean | Promise<boolean>,
) =>
  checkedAtStart(
    async (
      ...[row, args, { kinds, caller }, info]: [
        Parent,
        PageArgs<T, never>,
        Context & { readonly caller: Pick<Caller, 'viewer'> },
        GraphQLResolveInfo,
      ]
    ) => {
      const list = (await sees(caller.viewer, row))
        ? kinds.of(kind).asked(info).listOfParent(parent, row.id, { sight: everybody() })
        : null;
      return connectionOf({ args, info }, list, kind.toView);
    },
    () => {
      if (!kind.lists.of?.[parent]) throw new Error(`No list of one ${parent} is declared.`);
    },
  );

/** Types cannot see that the SDL's filter has a field which the kind ignores: so it is seen at start. */
function knowsArgs(
  { args }: GraphQLField<unknown, unknown>,
  known: Readonly<Record<'filter' | 'orderBy', object>>,
): void {
  for (const arg of args) {
    const type = getNamedType(arg.type);
    const names = isInputObjectType(type)
      ? Object.keys(type.getFields())
      : isEnumType(type)
        ? type.getValues().map(({ name }) => name)
        : [];
    const ours = arg.name === 'filter' || arg.name === 'orderBy' ? known[arg.name] : {};
    const ignored = names.filter((name) => !(name in ours));
    if (ignored.length > 0) throw new Error(`${arg.name} ignores ${ignored.join(', ')}.`);
  }
}
