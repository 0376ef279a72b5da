import type { QueryResolvers } from '../../../types.generated.ts';

export const department: NonNullable<QueryResolvers['department']> = (
  _parent,
  { id },
  { loaders },
) => loaders.departments.load(id);
