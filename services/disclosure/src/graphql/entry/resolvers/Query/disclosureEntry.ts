import type { QueryResolvers } from './../../../types.generated.ts';

export const disclosureEntry: NonNullable<QueryResolvers['disclosureEntry']> = (
  _parent,
  { id },
  { loaders },
) => loaders.entries.load(id);
