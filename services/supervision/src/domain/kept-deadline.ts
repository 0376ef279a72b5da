import type { Deadline, KeptDeadline } from '@onewindow/calendar';

/** What a state keeps of a deadline: its end and what it is counted by. The days are in the event that told them. */
export function kept({ ledger: _, ...deadline }: Deadline): KeptDeadline {
  return deadline;
}
