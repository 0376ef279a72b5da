import type { QueryResolvers } from '../../../types.generated.ts';

export const window: NonNullable<QueryResolvers['window']> = (_parent, { id }, { loaders }) =>
  loaders.windows.load(id);
