import type { Calendar } from '@onewindow/calendar';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { ServiceRequest } from '@onewindow/service';
import type { CaseCommands } from './commands/create-case-commands.ts';
import { createCaseLoaders, type CaseLoaders } from './loaders/case-loaders.ts';
import type { CaseJournal } from './persistence/case-aggregate.ts';
import type { KnownFacts } from './replicas/known-facts.ts';

/** What lives as long as the process and every request needs. */
export interface CaseParts {
  readonly journal: CaseJournal;
  readonly vault: PersonalDataVault;
  readonly commands: CaseCommands;
  readonly facts: KnownFacts;
  readonly calendarOf: (region: string) => Calendar;
  /** Takes ID numbers and credit codes that are invalid by design. Only in infra/local and tests. */
  readonly acceptDemoNumbers: boolean;
}

/** One request: who asks, with loaders of its own. */
export interface RequestContext extends ServiceRequest, CaseLoaders, CaseParts {}

export function requestContext(parts: CaseParts, request: ServiceRequest): RequestContext {
  const loaders = createCaseLoaders(parts, request.caller, request.traceId);
  return { ...request, ...parts, ...loaders };
}
