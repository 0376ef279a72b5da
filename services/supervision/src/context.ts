import type { ServiceRequest } from '@onewindow/service';
import type { AlertCommands } from './commands/alert-commands.ts';
import type { ComplaintCommands } from './commands/complaint-commands.ts';
import type { ExclusionCommands } from './commands/exclusion-commands.ts';
import type { ReportCommands } from './commands/report-commands.ts';
import { createLoaders, type Loaders, type Sources } from './loaders/create-loaders.ts';

/** What lives as long as the process and every request needs. */
export interface Parts extends Sources {
  readonly commands: AlertCommands & ComplaintCommands & ReportCommands & ExclusionCommands;
}

/** One request: who asks, with loaders of its own. */
export interface RequestContext extends ServiceRequest, Pick<Parts, 'commands' | 'vault'> {
  readonly loaders: Loaders;
}

export function requestContext(parts: Parts, request: ServiceRequest): RequestContext {
  const { commands, vault } = parts;
  const loaders = createLoaders(parts, request.caller, request.traceId);
  return { ...request, commands, vault, loaders };
}
