import type { Instant, Json } from '@onewindow/kernel';
import type { HistoryEntry } from '@onewindow/persistence';
import type { ItemEvent } from '../domain/item.ts';

export interface RevisionView {
  readonly revision: number;
  readonly revisedAt: Instant;
  readonly reason: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly daysSaved: number;
  readonly materialsRemoved: readonly string[];
  readonly stepsRemoved: readonly string[];
}

/** An item's revisions, newest first: its registration is revision 1. */
export function revisionsOf(history: readonly HistoryEntry<ItemEvent>[]): readonly RevisionView[] {
  return history
    .flatMap(({ event, effectiveAt }) =>
      event.type === 'ItemRevised' ? [{ ...event, revisedAt: effectiveAt }] : [],
    )
    .map(({ reason, changes, daysSaved, materialsRemoved, stepsRemoved, revisedAt }, index) => ({
      ...{ reason, daysSaved, materialsRemoved, stepsRemoved, revisedAt },
      revision: index + 2,
      changes: changes.map(({ field, before, after }) => ({
        field,
        before: asText(before),
        after: asText(after),
      })),
    }))
    .reverse();
}

function asText(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}
