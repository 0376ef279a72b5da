import type { QueryResolvers } from '../../../types.generated.ts';

export const staffMember: NonNullable<QueryResolvers['staffMember']> = (
  _parent,
  { id },
  { loaders },
) => loaders.staff.load(id);
