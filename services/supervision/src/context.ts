import type { Kinds, ServiceRequest } from '@onewindow/service';
import type { ComplaintCommands } from './commands/complaint-commands.ts';
import type { ExclusionCommands } from './commands/exclusion-commands.ts';
import type { ReportCommands } from './commands/report-commands.ts';
import type { KnownFacts } from './replicas/known-facts.ts';
import { createLoaders, type Loaders, type Sources } from './loaders/create-loaders.ts';

/** What lives as long as the process and every request needs. */
export interface Parts extends Sources {
  readonly facts: KnownFacts;
  readonly commands: ComplaintCommands & ReportCommands & ExclusionCommands;
}

/** One request: who asks, with loaders of its own. */
export interface RequestContext
  extends ServiceRequest, Pick<Parts, 'commands' | 'facts' | 'vault'> {
  readonly kinds: Kinds;
  readonly loaders: Loaders;
}

export function requestContext(
  parts: Parts,
  request: ServiceRequest,
  kinds: Kinds,
): RequestContext {
  const { commands, facts, vault } = parts;
  const loaders = createLoaders(parts, request.caller, request.traceId);
  return { ...request, commands, facts, vault, kinds, loaders };
}
