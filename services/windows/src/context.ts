import type { NotKnown, ServiceRequest } from '@onewindow/service';
import type { Loaders } from './loaders/create-loaders.ts';
import type { Journals } from './persistence/create-journals.ts';
import type { ItemReplica } from './persistence/item-replica.ts';

/** What resolvers work with, made anew for each request. */
export interface RequestContext extends ServiceRequest {
  readonly journals: Journals;
  readonly items: ItemReplica;
  readonly loaders: Loaders;
  /** What is answered about an id that nothing is known by: the same for what is hidden. */
  readonly notKnown: (id: string) => NotKnown;
}
