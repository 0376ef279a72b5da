import { connectionOf } from '@onewindow/subgraph';
import { toCaseView } from '../../../queries/case-view.ts';
import type { ServiceItemResolvers } from './../../types.generated.ts';

export const ServiceItem: ServiceItemResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  cases: (...[{ id }, args, { casesOfItem }, info]) =>
    connectionOf({ args, info }, casesOfItem(id), toCaseView),
};
