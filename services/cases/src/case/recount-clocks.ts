import type { Instant } from '@onewindow/kernel';
import type { RegionalCalendars } from '@onewindow/service';
import type { CaseJournal } from './case.kind.ts';
import { WITH_CLOCKS } from './domain/statuses.ts';

export interface RecountingClocks {
  readonly journal: Pick<CaseJournal, 'handle' | 'list'>;
  readonly calendars: Pick<RegionalCalendars, 'regionsUnder'>;
  readonly now: () => Instant;
}

const AT_ONCE = 100;

/**
 * Counts the clocks of all open cases anew that lie in a region with another calendar, or below it (cases.md 3, 6). Once
 * or often is the same: a case whose ends stay is not written.
 */
export const recountClocks =
  ({ journal, calendars, now }: RecountingClocks) =>
  async (changed: string): Promise<void> => {
    for (const region of calendars.regionsUnder(changed)) {
      const equality = { region, 'state.status': WITH_CLOCKS };
      let after: string | undefined;
      do {
        const request = { query: 'openOfRegion', equality, first: AT_ONCE };
        const page = await journal.list({ ...request, ...(after && { after }) }, now());
        for (const { node } of page.edges) await recount({ journal, now }, node.id);
        after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
      } while (after !== undefined);
    }
  };

async function recount({ journal, now }: Pick<RecountingClocks, 'journal' | 'now'>, id: string) {
  const at = now();
  const outcome = await journal.handle({
    id,
    command: { type: 'RecountClocks', at },
    meta: { actor: 'calendar', at },
  });
  if (!outcome.ok) {
    throw new Error(`The clocks of ${id} were not counted anew: ${outcome.rejection.code}`);
  }
}
