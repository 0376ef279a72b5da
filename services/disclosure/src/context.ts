import type { Kinds, NotKnown, ServiceRequest } from '@onewindow/service';
import type { PublicEntries } from './entry/public-entries.ts';
import type { ItemReplica } from './item/item-replica.ts';

/** What lives as long as the process and every request needs. */
export interface Parts {
  readonly items: ItemReplica;
  /** What is answered about an id that nothing is known by: the same for what is hidden. */
  readonly notKnown: (id: string) => NotKnown;
}

/** What resolvers work with, made anew for each request. */
export interface RequestContext extends ServiceRequest, Parts {
  readonly kinds: Kinds;
  readonly publicEntries: PublicEntries;
}
