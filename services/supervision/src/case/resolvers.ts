import { pageOfParent, type Completing } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { alertKind } from '../alert/alert.kind.ts';
import { caseExclusionKind } from '../case-exclusion/case-exclusion.kind.ts';
import { complaintKind } from '../complaint/complaint.kind.ts';
import { scopeOnCase } from '../complaint/who-sees-complaints.ts';
import type { CaseResolvers } from '../graphql/types.generated.ts';

export const Case: Completing<CaseResolvers> = {
  __resolveReference: ({ id }) => ({ id }),
  alerts: pageOfParent(alertKind, 'case'),
  complaints: (...[{ id }, args, { kinds, viewer, vault }, info]) => {
    const sight = scopeOnCase(viewer, vault);
    const list = sight && kinds.of(complaintKind).listOfParent('case', id, { sight });
    return connectionOf({ args, info }, list, complaintKind.toView);
  },
  exclusions: pageOfParent(caseExclusionKind, 'case'),
};
