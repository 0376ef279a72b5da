import type { Calendar } from '@onewindow/calendar';
import type { Kinds, NotKnown, ServiceRequest } from '@onewindow/service';
import type { ExclusionCommands } from './commands/exclusion-commands.ts';
import type { ReportCommands } from './commands/report-commands.ts';
import type { KnownFacts } from './replicas/known-facts.ts';
import { createLoaders, type Loaders, type Sources } from './loaders/create-loaders.ts';

/** What lives as long as the process and every request needs. */
export interface Parts extends Sources {
  readonly facts: KnownFacts;
  readonly calendarOf: (region: string) => Calendar;
  /** What is answered about an id that nothing is known by, or that the viewer may not see: the same for both. */
  readonly notKnown: (id: string) => NotKnown;
  readonly commands: ReportCommands & ExclusionCommands;
}

/** One request: who asks, with loaders of its own. */
export interface RequestContext
  extends ServiceRequest, Pick<Parts, 'commands' | 'facts' | 'vault' | 'calendarOf' | 'notKnown'> {
  readonly kinds: Kinds;
  readonly loaders: Loaders;
}

export function requestContext(
  parts: Parts,
  request: ServiceRequest,
  kinds: Kinds,
): RequestContext {
  const { commands, facts, vault, calendarOf, notKnown } = parts;
  const loaders = createLoaders(parts, request.caller, request.traceId);
  return { ...request, commands, facts, vault, calendarOf, notKnown, kinds, loaders };
}
