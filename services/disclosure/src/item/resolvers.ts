import type { Completing } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { entryKind } from '../entry/entry.kind.ts';
import type { ServiceItemResolvers } from '../graphql/types.generated.ts';

export const ServiceItem: Completing<ServiceItemResolvers> = {
  __resolveReference: ({ id }) => ({ id }),
  disclosures: (...[{ id }, { includeReplaced, ...args }, { publicEntries }, info]) =>
    connectionOf(
      { args, info },
      publicEntries.entriesOfItem(id, { includeReplaced }),
      entryKind.toView,
    ),
};
