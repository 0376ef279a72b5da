import type { QueryResolvers } from './../../../types.generated.ts';

export const efficiencyComplaint: NonNullable<QueryResolvers['efficiencyComplaint']> = (
  _parent,
  { id },
  { loaders },
) => loaders.complaint.load(id);
