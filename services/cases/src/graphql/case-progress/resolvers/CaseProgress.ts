import type { CaseProgressResolvers } from './../../types.generated.ts';

export const CaseProgress: CaseProgressResolvers = {
  item: ({ itemId }) => ({ id: itemId }),
  acceptedAt: ({ acceptance }) => acceptance?.at ?? null,
  missingMaterials: ({ status, notice }) =>
    status === 'SUPPLEMENT_REQUIRED' ? notice.materials : [],
  deadlines: ({ clocks, region }) => clocks.map((clock) => ({ ...clock, region })),
};
