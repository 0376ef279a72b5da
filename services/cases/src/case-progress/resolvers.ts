import type { Completing } from '@onewindow/service';
import type { CaseProgressResolvers, QueryResolvers } from '../graphql/types.generated.ts';
import { caseKind } from '../case/case.kind.ts';
import { defectsOf } from '../case/defects-of.ts';
import { clocksOf } from '../case/days-of-a-clock.ts';
import { stillAsked, stillDefective } from '../case/domain/lines.ts';
import { feeDueOfACase } from '../fee-bill/fee-of-a-case.ts';
import { noticesOfCase } from '../notice/notices-of-a-case.ts';

export const Query = {
  caseProgress: (_, receipt, { progress }) => progress.load(receipt),
} satisfies QueryResolvers;

export const CaseProgress: Completing<CaseProgressResolvers> = {
  // By its id a case is asked for as everywhere, by its receipt as `caseProgress` is.
  __resolveReference: (asked, { kinds, progress }) =>
    'caseId' in asked ? kinds.of(caseKind).byId.load(asked.caseId) : progress.load(asked),
  caseId: ({ id }) => id,
  queryCode: () => null,
  case: async (view, _, { kinds }) => ((await kinds.of(caseKind).shows(view)) ? view : null),
  item: ({ itemId }) => ({ id: itemId }),
  acceptedAt: ({ acceptance }) => acceptance?.at ?? null,
  missingMaterials: stillAsked,
  defects: (view) => defectsOf({ defects: stillDefective(view) }),
  deadlines: clocksOf,
  notices: noticesOfCase,
  feeDue: feeDueOfACase,
};
