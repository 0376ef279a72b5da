import type { QueryResolvers } from '../../../types.generated.ts';

export const approvalSeal: NonNullable<QueryResolvers['approvalSeal']> = (
  _parent,
  { id },
  { loaders },
) => loaders.seals.load(id);
