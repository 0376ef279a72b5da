import type { Json } from '@onewindow/kernel';
import type { ContentChange, ItemContent } from './item-content.ts';

/** One field of an item before and after. */
export interface FieldChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** What a revision came to: what it saves the applicant is counted (能减的减,能并的并: 002:25). */
export interface RevisionSummary {
  readonly changes: readonly FieldChange[];
  readonly daysSaved: number;
  readonly materialsRemoved: readonly string[];
  readonly stepsRemoved: readonly string[];
}

/** The fields of `change` that differ from `before`. */
export function effectiveChange(before: ItemContent, change: ContentChange): ContentChange {
  const fields = Object.entries(change).filter(
    ([field, after]) => !sameJson(before[field as keyof ItemContent] as Json, after as Json),
  );
  return Object.fromEntries(fields);
}

export function summarise(before: ItemContent, change: ContentChange): RevisionSummary {
  const after = { ...before, ...change };
  return {
    changes: Object.keys(change)
      .sort()
      .map((field) => ({
        field,
        before: before[field as keyof ItemContent] as Json,
        after: after[field as keyof ItemContent] as Json,
      })),
    daysSaved: daysSaved(before, after),
    materialsRemoved: removed(before.requiredMaterials, after.requiredMaterials),
    stepsRemoved: removed(before.procedure, after.procedure),
  };
}

/** In days of the same kind only: a promise in another unit is not a number of days shorter. */
function daysSaved(before: ItemContent, after: ItemContent): number {
  const [old, now] = [before.committedLimit, after.committedLimit];
  return old === null || now?.unit !== old.unit ? 0 : old.value - now.value;
}

function removed(
  before: readonly { readonly name: string }[],
  after: readonly { readonly name: string }[],
): readonly string[] {
  const kept = new Set(after.map(({ name }) => name));
  return before.map(({ name }) => name).filter((name) => !kept.has(name));
}

/** Equality of plain JSON, whatever the order of keys. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  return canonicalText(left ?? null) === canonicalText(right ?? null);
}

/** JSON text that is the same for equal values. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(value)) as Json));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((part: Json) => sorted(part));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  );
}
