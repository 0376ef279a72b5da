import type { QueryResolvers } from '../../../types.generated.ts';

export const authorizationLetter: NonNullable<QueryResolvers['authorizationLetter']> = (
  _parent,
  { id },
  { loaders },
) => loaders.letters.load(id);
