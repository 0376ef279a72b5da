import { caseExclusionDecided, caseExclusionLifted } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Who is kept away from which case by a supervisor's decision (X24, 000:16). */
export function onExclusionChanged({ exclusions }: Pick<Replicas, 'exclusions'>): Reaction {
  return keepSnapshot(
    [caseExclusionDecided, caseExclusionLifted],
    exclusions,
    ({ status, staff, decidedBy, until, ...about }, head) => ({
      ...head,
      ...{ case: about.case, staff, decidedBy, until: instant(until), status },
    }),
  );
}
