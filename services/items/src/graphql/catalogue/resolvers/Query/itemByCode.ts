import { spellingsOf } from '@onewindow/kernel';
import { toItemView } from '../../../../queries/item-view.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const itemByCode: NonNullable<QueryResolvers['itemByCode']> = async (
  _parent,
  { code },
  { journal, caller },
) => {
  for (const spelling of spellingsOf(code)) {
    const found = await journal.findBy('withCode', { 'state.codes': spelling }, caller.at);
    if (found !== null) return toItemView(found);
  }
  return null;
};
