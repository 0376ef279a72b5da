import { checkedAtStart } from '@onewindow/subgraph';
import { getNamedType, isEnumType } from 'graphql';
import type { AskedOf, Coded } from './command-rows.ts';
import type { CommandContext, Commands } from './commands.ts';
import type { KindTypes, View } from './define-kind.ts';
import type { AnyCreatingRow, AnyRow } from './run-rows.ts';

/** An action of this viewer, and why the law refuses it to him now. */
export interface Offer<Action> {
  readonly action: Action;
  readonly refused: Coded | null;
}

type ActionsIn<Rows> = {
  [Name in keyof Rows]-?: Rows[Name] extends { readonly action: infer Action } ? Action : never;
}[keyof Rows];

const rowsOf = <Viewed, Context>(rows: unknown) =>
  Object.values(
    rows as Readonly<Record<string, AnyRow<Viewed, Context> | AnyCreatingRow<unknown, Context>>>,
  ).filter((row) => row.creates === undefined);

/** The actions that make another aggregate from this one (a replacement of an entry), each with when it is offered. */
export type Creating<T extends KindTypes, Context, Action extends string> = Readonly<
  Record<Action, AskedOf<View<T['state']>, Context, boolean>>
>;

/**
 * What the status permits, as far as this viewer has the right: the same table and the same rights that commands
 * ask, by which a screen offers what would be done. Then what may be made from it.
 */
export const offersOf =
  <T extends KindTypes, Context extends CommandContext, Rows, Action extends string = never>(
    { kind, rows, token }: Commands<T, Context, Rows>,
    creating?: Creating<T, Context, Action>,
  ) =>
  async (
    view: View<T['state']>,
    context: Context,
  ): Promise<readonly Offer<ActionsIn<Rows> | Action>[]> => {
    const { viewer } = context.caller;
    const permitted: readonly string[] =
      context.kinds.of(kind).permitted[view.status as T['state']['status']];
    const offered = rowsOf<View<T['state']>, Context>(rows).map(async (row) => {
      const asked = row.token ?? token;
      const may =
        row.action !== undefined &&
        permitted.includes(row.does) &&
        (asked?.(viewer) ?? true) === true &&
        ((await row.may?.(viewer, view, context)) ?? true) === true;
      return may
        ? [
            {
              action: row.action as ActionsIn<Rows>,
              refused: (await row.bars?.(viewer, view, context)) ?? null,
            },
          ]
        : [];
    });
    const made = Object.entries<AskedOf<View<T['state']>, Context, boolean>>(creating ?? {}).map(
      async ([action, isOffered]) =>
        (await isOffered(viewer, view, context))
          ? [{ action: action as Action, refused: null }]
          : [],
    );
    return (await Promise.all([...offered, ...made])).flat();
  };

/**
 * The resolver of `availableActions`: what nothing refuses. Each value of the SDL's enum has its row, or stands in
 * `creating`.
 */
export const actionsOf = <
  T extends KindTypes,
  Context extends CommandContext,
  Rows,
  Action extends string = never,
>(
  commands: Commands<T, Context, Rows>,
  creating?: Creating<T, Context, Action>,
) =>
  checkedAtStart(
    async (view: View<T['state']>, _: unknown, context: Context) =>
      (await offersOf(commands, creating)(view, context))
        .filter(({ refused }) => refused === null)
        .map(({ action }) => action),
    ({ type }) => {
      const rows = rowsOf(commands.rows).map(({ action }) => action);
      const actions = [...rows, ...Object.keys(creating ?? {})];
      const named = getNamedType(type);
      const values = isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
      const unused = values.filter((value) => !actions.includes(value));
      if (unused.length > 0) throw new Error(`No command is ${unused.join(', ')}.`);
    },
  );
