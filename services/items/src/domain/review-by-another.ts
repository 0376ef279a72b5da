import type { ItemCommand, ItemRejection } from './item.ts';

/**
 * The office reviews what the department wrote, so nobody reviews his own words (002:24). Of whom nobody knows
 * who he is, it can't be said that he is no author.
 */
export function refusalToReview(
  { by }: Extract<ItemCommand, { readonly type: 'ReviewItem' }>,
  authors: readonly string[],
): ItemRejection | undefined {
  if (by.length === 0) return { code: 'NotAuthorized', because: 'NotKnownStaff' };
  return by.some((id) => authors.includes(id)) ? { code: 'ReviewerIsAuthor' } : undefined;
}
