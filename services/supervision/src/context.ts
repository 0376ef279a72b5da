import type { PersonalDataVault } from '@onewindow/persistence';
import type { ServiceRequest } from '@onewindow/service';
import type { AlertCommands } from './commands/alert-commands.ts';
import type { ComplaintCommands } from './commands/complaint-commands.ts';
import type { ReportCommands } from './commands/report-commands.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';
import type { AlertJournal } from './persistence/alert-aggregate.ts';
import type { ComplaintJournal } from './persistence/complaint-aggregate.ts';
import type { ReportJournal } from './persistence/report-aggregate.ts';

/** What lives as long as the process and every request needs. */
export interface Parts {
  readonly alerts: AlertJournal;
  readonly complaints: ComplaintJournal;
  readonly reports: ReportJournal;
  readonly vault: PersonalDataVault;
  readonly commands: AlertCommands & ComplaintCommands & ReportCommands;
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
