import type { Instant, Json } from '@onewindow/kernel';
import type { HistoryEntry } from '@onewindow/persistence';
import { createLoader } from '@onewindow/subgraph';
import { summarise, type FieldChange } from './domain/item-changes.ts';
import type { ItemEvent } from './domain/item.ts';
import type { ItemJournal, ItemView } from './item.kind.ts';

/** One Mongo command for the histories of all items that a request asks for. */
export const historiesOf = (journal: Pick<ItemJournal, 'histories'>) =>
  createLoader((ids: readonly string[]) => journal.histories(ids));
export type ItemHistories = ReturnType<typeof historiesOf>;

export interface ChangeView {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RevisionView {
  readonly revision: number;
  readonly revisedAt: Instant;
  readonly reason: string;
  readonly changes: readonly ChangeView[];
  readonly daysSaved: number;
  readonly materialsRemoved: readonly string[];
  readonly stepsRemoved: readonly string[];
}

/** An item's revisions, newest first: its registration is revision 1. */
export function revisionsOf(history: readonly HistoryEntry<ItemEvent>[]): readonly RevisionView[] {
  return history
    .flatMap(({ event, effectiveAt }) =>
      event.type === 'ItemRevised' || event.type === 'NextRevisionPublished'
        ? [{ ...event, revisedAt: effectiveAt }]
        : [],
    )
    .map(({ reason, changes, daysSaved, materialsRemoved, stepsRemoved, revisedAt }, index) => ({
      revision: index + 2,
      revisedAt,
      reason,
      daysSaved,
      materialsRemoved,
      stepsRemoved,
      changes: changes.map(changeView),
    }))
    .reverse();
}

/** What is proposed as the next revision, beside what the item says now. */
export function nextRevisionOf({ next, content }: ItemView) {
  if (next === null) return null;
  const { status, reason, change, aliases } = next;
  return { status, reason, aliases, changes: summarise(content, change).changes.map(changeView) };
}

/** One part of an item before and after, as JSON text. */
export function changeView({ field, before, after }: FieldChange): ChangeView {
  return { field, before: asText(before), after: asText(after) };
}

function asText(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}
