import { toItemView } from '../../../../queries/item-view.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const itemByCode: NonNullable<QueryResolvers['itemByCode']> = async (
  _parent,
  { code },
  { journal, caller },
) => {
  const found = await journal.findBy('withCode', { 'state.codes': code }, caller.at);
  return found && toItemView(found);
};
