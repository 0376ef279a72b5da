import type { Instant } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import { isOfThisShape, stateOf } from './fold-journal.ts';
import type { Loaded } from './journal.ts';
import type { JournalDocument, JournalHead } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { isDue, projectionOf, type Parts } from './read-parts.ts';
import { foldable } from './segments/read-segments.ts';
import { stateFromStored } from './texts/stored-state.ts';
import { asItIs, toLoaded } from './to-loaded.ts';

/** More than 101 rows would come by a second command, unless the first one asks for all of them. */
export const inOneBatch = (rows: number): number => rows + 1;

/**
 * The aggregates of some heads as of `at`, of which these parts were read. A second command only for those that another
 * version stored, and, where only parts were read, for those of which a timer is due.
 */
export async function toAggregates<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  heads: readonly JournalHead[],
  { at, parts }: { readonly at: Instant; readonly parts: Parts },
): Promise<readonly Loaded<State>[]> {
  const { type, model } = workings;
  const whole = heads
    .filter((head) => !isOfThisShape(type, head) || (parts !== undefined && isDue(head, at)))
    .map(({ _id }) => _id);
  const documents =
    whole.length === 0
      ? []
      : await model
          .find({ _id: { $in: whole } })
          .batchSize(inOneBatch(whole.length))
          .lean<JournalDocument[]>()
          .exec();
  const foldables = await Promise.all(documents.map((document) => foldable(workings, document)));
  const refolded = new Map(foldables.map((document) => [document._id, document]));
  return heads.map((head) => {
    const document = refolded.get(head._id);
    if (document !== undefined) {
      return toLoaded(type, document, { state: stateOf(type, document), at });
    }
    const state = stateFromStored(type, head._id, head.state) as State;
    return parts === undefined ? toLoaded(type, head, { state, at }) : asItIs(head, state);
  });
}

/** In the order of the ids, null where there is none. One command. */
export async function findMany<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  ids: readonly string[],
  { at, parts }: { readonly at: Instant; readonly parts?: Parts },
): Promise<readonly (Loaded<State> | null)[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const heads = await workings.model
    .find({ _id: { $in: wanted } }, projectionOf(parts))
    .batchSize(inOneBatch(wanted.length))
    .lean<JournalHead[]>()
    .exec();
  const loaded = await toAggregates(workings, heads, { at, parts });
  const byId = new Map(loaded.map((one) => [one.id, one]));
  return ids.map((id) => byId.get(id) ?? null);
}
