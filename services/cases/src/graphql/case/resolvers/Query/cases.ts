import { badUserInput } from '@onewindow/subgraph';
import { scopeOf } from '../../../../queries/visible-cases.ts';
import { casePage } from '../../case-page.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const cases: NonNullable<QueryResolvers['cases']> = (...[, args, context, info]) => {
  const { statuses, item, overdue } = args.filter ?? {};
  const order = args.orderBy === 'DUE_AT_ASC' ? 'URGENT' : 'NEWEST';
  if (item != null && order === 'URGENT') {
    throw badUserInput('The cases of one item are listed by the time of submission.');
  }
  return casePage(
    context,
    {
      scope: scopeOf(context.viewer),
      order,
      ...(statuses && { statuses }),
      ...(item != null && { item }),
      ...(overdue != null && { overdue }),
    },
    { args, info },
  );
};
