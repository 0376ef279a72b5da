import { caseProgress as progressOf } from '../../../../queries/case-progress.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const caseProgress: NonNullable<QueryResolvers['caseProgress']> = (
  _parent,
  asked,
  { journal, vault, clock },
) => progressOf({ journal, vault }, asked, clock.now());
