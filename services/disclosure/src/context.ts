import type { ServiceRequest } from '@onewindow/service';
import type { Loaders } from './loaders/create-loaders.ts';
import type { EntryJournal } from './persistence/entry-type.ts';
import type { ItemReplica } from './replicas/item-replica.ts';

/** What resolvers work with, made anew for each request. */
export interface RequestContext extends ServiceRequest {
  readonly journal: EntryJournal;
  readonly items: ItemReplica;
  readonly loaders: Loaders;
}
