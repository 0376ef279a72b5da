import type { Calendar } from '@onewindow/calendar';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { ComplaintJournal } from '../persistence/complaint-aggregate.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';

/** What the commands on complaints work with. */
export interface ComplaintDeps {
  readonly complaints: ComplaintJournal;
  readonly facts: KnownFacts;
  readonly vault: PersonalDataVault;
  readonly calendarOf: (region: string) => Calendar;
}
