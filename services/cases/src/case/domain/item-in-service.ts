import type { ItemFact } from './facts.ts';

export type InService = ItemFact & { readonly centre: string };

const PUBLIC: readonly string[] = ['PUBLISHED', 'IN_SERVICE', 'SUSPENDED', 'ABOLISHED'];

/** Whether anybody may know of the item: a draft is hidden, and answered like one of which nobody has told. */
export const isPublic = (item: ItemFact | null): boolean =>
  item !== null && PUBLIC.includes(item.status);

/**
 * An application is taken only for an item that is in service at a centre (002:15 应进必进): not before
 * it has entered, not while it is suspended, not after it was abolished. `centre` narrows it to one.
 */
export function inService(item: ItemFact | null, centre?: string): InService | null {
  return item?.status === 'IN_SERVICE' &&
    item.centre !== null &&
    (centre === undefined || item.centre === centre)
    ? { ...item, centre: item.centre }
    : null;
}
