import { scopeOf } from '../../../../queries/visible-cases.ts';
import { casePage } from '../../case-page.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const myCases: NonNullable<QueryResolvers['myCases']> = (...[, args, context, info]) => {
  const scope = scopeOf(context.viewer);
  const own = scope?.name === 'applicant' ? scope : null;
  return casePage(context, { scope: own, order: 'NEWEST' }, { args, info });
};
