import type { QueryResolvers } from './../../../types.generated.ts';

export const supervisionAlert: NonNullable<QueryResolvers['supervisionAlert']> = (
  _parent,
  { id },
  { loaders },
) => loaders.alert.load(id);
