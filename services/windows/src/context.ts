import type { DeadLetters } from '@onewindow/messaging';
import type { SubgraphRequest } from '@onewindow/subgraph';
import type { Caller } from './commands/caller.ts';
import type { Loaders } from './loaders/create-loaders.ts';
import type { ItemReplica } from './persistence/item-replica.ts';
import type { Journals } from './persistence/create-journals.ts';

/** What resolvers work with, made anew for each request. */
export interface RequestContext extends SubgraphRequest {
  readonly caller: Caller;
  readonly journals: Journals;
  readonly items: ItemReplica;
  readonly loaders: Loaders;
  readonly deadLetters: DeadLetters;
}
