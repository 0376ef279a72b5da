import type { Instant } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import type { Journal, ListRequest } from './journal.ts';

/**
 * The next number of a series: highest + 1, the first one 1. `query` sorts by the number, descending.
 * Two who ask at once get the same; the unique index lets one of them through and `retryUnique` lets the
 * other ask again.
 */
export async function nextNumber<State, Event extends JournalEvent>(
  journal: Pick<Journal<State, never, Event, never>, 'findBy'>,
  series: {
    readonly query: string;
    readonly equality: ListRequest['equality'];
    readonly numberOf: (state: State) => number;
  },
  at: Instant,
): Promise<number> {
  const highest = await journal.findBy(series.query, series.equality, at);
  return highest === null ? 1 : series.numberOf(highest.state) + 1;
}
