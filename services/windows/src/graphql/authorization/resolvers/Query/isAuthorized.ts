import { isAuthorized as ask } from '../../../../queries/is-authorized.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const isAuthorized: NonNullable<QueryResolvers['isAuthorized']> = (
  _parent,
  { staffMemberId, itemId, power },
  { journals, caller, loaders },
) =>
  ask(
    { journals, sees: loaders.sees },
    { staff: staffMemberId, item: itemId, power, at: caller.at },
  );
