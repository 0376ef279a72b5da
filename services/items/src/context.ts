import type { ServiceRequest } from '@onewindow/service';
import type { ItemCommandDeps, ItemCommands } from './commands/create-item-commands.ts';
import type { ItemLoaders } from './loaders/item-loaders.ts';

/** What resolvers work with, made anew for each request. */
export interface RequestContext extends ServiceRequest, ItemCommandDeps {
  readonly commands: ItemCommands;
  readonly loaders: ItemLoaders;
}
