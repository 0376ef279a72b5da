import { scopeOf } from '../../../queries/visible-cases.ts';
import { casePage } from '../../case/case-page.ts';
import type { ServiceItemResolvers } from './../../types.generated.ts';

export const ServiceItem: ServiceItemResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  cases: (...[{ id }, args, context, info]) =>
    casePage(
      context,
      { scope: scopeOf(context.viewer), item: id, order: 'NEWEST' },
      { args, info },
    ),
};
