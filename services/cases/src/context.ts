import type { Calendar } from '@onewindow/calendar';
import type { DeadLetters } from '@onewindow/messaging';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { Clock } from '@onewindow/runtime';
import type { SubgraphRequest } from '@onewindow/subgraph';
import type { CaseCommands } from './commands/create-case-commands.ts';
import { createCaseLoaders, type CaseLoaders } from './loaders/case-loaders.ts';
import type { CaseJournal } from './persistence/case-aggregate.ts';

/** What lives as long as the process and every request needs. */
export interface CaseParts {
  readonly journal: CaseJournal;
  readonly vault: PersonalDataVault;
  readonly commands: CaseCommands;
  readonly calendarOf: (region: string) => Calendar;
  /** The business clock. */
  readonly clock: Clock;
  /** Takes ID numbers and credit codes that are invalid by design. Only in infra/local and tests. */
  readonly acceptDemoNumbers: boolean;
  readonly deadLetters: DeadLetters;
}

/** One request: who asks, with loaders of its own. */
export interface RequestContext extends SubgraphRequest, CaseLoaders, CaseParts {}

export function requestContext(parts: CaseParts, request: SubgraphRequest): RequestContext {
  return { ...request, ...parts, ...createCaseLoaders(parts, request.viewer, request.traceId) };
}
