import type { Loaded } from '@onewindow/persistence';
import type { ItemContent } from '../domain/item-content.ts';
import type { ItemState, ItemStatus, KnownItem } from '../domain/item.ts';

/** An item as resolvers see it: what it says lies beside what it is. */
export interface ItemView
  extends ItemContent, Pick<KnownItem, 'code' | 'revision' | 'lastReview' | 'next'> {
  readonly id: string;
  readonly version: number;
  readonly aliases: readonly string[];
  readonly status: ItemStatus;
  readonly department: string;
  readonly centre: string | null;
  readonly authors: readonly string[];
}

export function toItemView({ id, version, state }: Loaded<ItemState>): ItemView {
  if (state.status === 'ABSENT') throw new Error('An item without a registration is stored.');
  const { code, codes, status, department, centre, revision, lastReview, authors, next } = state;
  const aliases = codes.filter((other) => other !== code);
  return {
    ...state.content,
    ...{
      id,
      version,
      code,
      aliases,
      status,
      department,
      centre,
      revision,
      lastReview,
      authors,
      next,
    },
  };
}
