import type { Completing } from '@onewindow/service';
import type {
  CaseReclassificationResolvers,
  CaseUrgencyResolvers,
} from '../graphql/types.generated.ts';
import type { CaseView } from './case.kind.ts';

/** Of which kind a case is now, and what made it so. */
export const priorityOf = {
  kind: ({ kind, urgency }: CaseView) => (urgency ? 'URGENT' : kind),
  urgency: ({ urgency }: CaseView) => urgency ?? null,
  reclassifications: ({ reclassifications = [] }: CaseView) => reclassifications,
};

export const CaseUrgency: Completing<CaseUrgencyResolvers> = {
  setBy: ({ by }) => ({ id: by }),
  since: ({ at }) => at,
};

export const CaseReclassification: Completing<CaseReclassificationResolvers> = {
  by: ({ by }) => ({ id: by }),
};
