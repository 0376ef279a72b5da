import { maySee } from '../../../queries/visible-cases.ts';
import type { CaseProgressResolvers } from './../../types.generated.ts';

export const CaseProgress: CaseProgressResolvers = {
  // By its id a case is asked for as everywhere, by its receipt as `caseProgress` is.
  __resolveReference: (asked, { cases, progress }) =>
    'caseId' in asked ? cases.load(asked.caseId) : progress.load(asked),
  caseId: ({ id }) => id,
  queryCode: () => null,
  case: (view, _, { viewer }) => (maySee(viewer, view) ? view : null),
  item: ({ itemId }) => ({ id: itemId }),
  acceptedAt: ({ acceptance }) => acceptance?.at ?? null,
  missingMaterials: ({ status, notice }) =>
    status === 'SUPPLEMENT_REQUIRED' ? notice.materials : [],
  deadlines: ({ clocks, region }) => clocks.map((clock) => ({ ...clock, region })),
};
