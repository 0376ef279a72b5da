import { connectionOf } from '@onewindow/subgraph';
import type { ServiceItemResolvers } from '../graphql/types.generated.ts';
import { toCaseView } from '../queries/case-view.ts';

export const ServiceItem: ServiceItemResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  cases: (...[{ id }, args, { casesOfItem }, info]) =>
    connectionOf({ args, info }, casesOfItem(id), toCaseView),
};
