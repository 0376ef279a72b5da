import type { QueryResolvers } from '../../../types.generated.ts';

export const serviceCentre: NonNullable<QueryResolvers['serviceCentre']> = (
  _parent,
  { id },
  { loaders },
) => loaders.centres.load(id);
