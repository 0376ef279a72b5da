import { caseProgress as progressOf } from '../../../../queries/case-progress.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const caseProgress: NonNullable<QueryResolvers['caseProgress']> = (
  _parent,
  asked,
  { journal, vault, caller },
) => progressOf({ journal, vault }, asked, caller.at);
