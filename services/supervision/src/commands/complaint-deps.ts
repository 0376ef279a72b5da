import type { Calendar } from '@onewindow/calendar';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { NotKnown } from '@onewindow/service';
import type { ComplaintJournal } from '../persistence/complaint-aggregate.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';

/** What the commands on complaints work with. */
export interface ComplaintDeps {
  readonly complaints: ComplaintJournal;
  readonly facts: KnownFacts;
  readonly vault: PersonalDataVault;
  readonly calendarOf: (region: string) => Calendar;
  /** The refusal about a case that nothing is known by, or that the viewer may not see: the same for both. */
  readonly notKnown: (id: string) => NotKnown;
}
