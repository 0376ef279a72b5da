import type { KeptDeadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';

/** A deadline with its end. Without suspensions a period has one: where there is none the program is wrong. */
export function certain<Due extends KeptDeadline>(due: Due): Due & { readonly dueAt: Instant } {
  const { dueAt } = due;
  if (dueAt === null) throw new Error(`A period of ${due.rule} has no end.`);
  return { ...due, dueAt };
}
