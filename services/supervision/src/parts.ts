import type { PersonalDataVault } from '@onewindow/persistence';
import type { AlertCommands } from './commands/alert-commands.ts';
import type { ComplaintCommands } from './commands/complaint-commands.ts';
import type { ReportCommands } from './commands/report-commands.ts';
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
