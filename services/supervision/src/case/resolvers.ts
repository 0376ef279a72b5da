import { pageOfParent, type Completing } from '@onewindow/service';
import { alertKind } from '../alert/alert.kind.ts';
import { caseExclusionKind } from '../case-exclusion/case-exclusion.kind.ts';
import { complaintKind } from '../complaint/complaint.kind.ts';
import type { CaseResolvers } from '../graphql/types.generated.ts';

export const Case: Completing<CaseResolvers> = {
  __resolveReference: ({ id }) => ({ id }),
  alerts: pageOfParent(alertKind, 'case'),
  // A department that is only asked does not find by a case who complains.
  complaints: pageOfParent(complaintKind, 'case', { scopes: ['centre', 'complainant'] }),
  exclusions: pageOfParent(caseExclusionKind, 'case'),
};
