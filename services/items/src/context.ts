import type { DeadLetters } from '@onewindow/messaging';
import type { SubgraphRequest } from '@onewindow/subgraph';
import type { Caller } from './commands/caller.ts';
import type { ItemCommandDeps, ItemCommands } from './commands/create-item-commands.ts';
import type { ItemLoaders } from './loaders/item-loaders.ts';

/** What resolvers work with, made anew for each request. */
export interface RequestContext extends SubgraphRequest, ItemCommandDeps {
  readonly caller: Caller;
  readonly commands: ItemCommands;
  readonly loaders: ItemLoaders;
  readonly deadLetters: DeadLetters;
}
