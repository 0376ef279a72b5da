import type { CaseFile, ItemLists, ItemTerms } from './case.ts';
import { used, type ItemFact, type VersionUsed } from './facts.ts';
import { inService } from './item-in-service.ts';

/** What a case is judged by: a revision of its item, with the terms and the lists of it. */
export interface JudgedBy extends ItemLists {
  readonly revision: number;
  readonly terms: ItemTerms;
}

type Judged =
  | { readonly ok: true; readonly item: JudgedBy; readonly used: readonly VersionUsed[] }
  | {
      readonly ok: false;
      readonly refusal: {
        readonly code: 'ItemNotInService';
        readonly item: string;
        readonly because?: 'Abolished';
      };
    };

export function termsOf(terms: ItemTerms): ItemTerms {
  const { kind, handlingMode, statutoryLimit, committedLimit, fees } = terms;
  return { kind, handlingMode, statutoryLimit, committedLimit, ...(fees && { fees }) };
}

/** The lists of an item as it is now, to be kept with what is filed under it. */
export function listsOf({ materials, specialProcedures }: ItemLists): ItemLists {
  return { materials, ...(specialProcedures && { specialProcedures }) };
}

/**
 * An application is judged by what held when it was filed (行政许可法 30: what is asked for is what was published): a
 * later revision of the item changes nothing for it, and it goes on when the item is suspended, or has moved to another
 * centre. Once the item is abolished nobody is asked for anything or accepted under it (`ItemNotInService`,
 * `Abolished`): such a case is only returned. Older cases, which have no lists of their own, go by the item as the
 * replica knows it now, as long as that is in service at their centre.
 */
export function judgedBy(item: ItemFact | null, state: CaseFile): Judged {
  const { itemId, lists, itemRevision: revision, terms } = state;
  if (item?.status === 'ABOLISHED') {
    return { ok: false, refusal: { code: 'ItemNotInService', because: 'Abolished', item: itemId } };
  }
  if (lists) {
    const known = item ? [used('ITEM', item)] : [];
    return { ok: true, item: { ...lists, revision, terms }, used: known };
  }
  const now = inService(item, state.centre);
  return now
    ? {
        ok: true,
        item: { ...listsOf(now), revision: now.revision, terms: termsOf(now) },
        used: [used('ITEM', now)],
      }
    : { ok: false, refusal: { code: 'ItemNotInService', item: itemId } };
}
