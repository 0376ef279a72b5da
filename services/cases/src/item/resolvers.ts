import { pageOfParent, type Completing } from '@onewindow/service';
import { caseKind } from '../case/case.kind.ts';
import type { ServiceItemResolvers } from '../graphql/types.generated.ts';

export const ServiceItem: Completing<ServiceItemResolvers> = {
  __resolveReference: ({ id }) => ({ id }),
  cases: pageOfParent(caseKind, 'item'),
};
