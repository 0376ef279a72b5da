import { departmentChanged } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import { equalityOf, onEvent, type Reaction } from '@onewindow/service';
import type { KnownFacts } from '../replicas/known-facts.ts';
import { negativeReportKind, type ReportJournal } from './negative-report.kind.ts';

export interface SendingReports {
  readonly reports: Pick<ReportJournal, 'list' | 'handle'>;
  readonly facts: Pick<KnownFacts, 'leaderInCharge'>;
  readonly now: () => Instant;
}

const PAGE = 100;

/** A report that waits because nobody was in charge goes to the leader once windows tells who that is (002:100). */
export function onLeaderNamed(deps: SendingReports): Reaction {
  return onEvent(departmentChanged, ({ snapshot }, event) =>
    sendWaiting(deps, snapshot.id, event.id),
  );
}

/**
 * Puts every waiting report of a department before its leader in charge, as the replica knows him now: an older
 * event that comes late names nobody else. Twice is once: a report that was sent does not wait. What the leader
 * would report to himself goes on waiting.
 */
export async function sendWaiting(
  { reports, facts, now }: SendingReports,
  department: string,
  actor: string,
): Promise<void> {
  const superior = await facts.leaderInCharge(department);
  if (superior === null) return;
  const at = now();
  const equality = equalityOf(
    negativeReportKind.lists,
    { name: 'department', value: department },
    { statuses: ['REPORT_WRITTEN'] },
  );
  let after: string | undefined;
  do {
    const asked = { query: 'department:newest', equality, first: PAGE };
    const page = await reports.list({ ...asked, ...(after !== undefined && { after }) }, at);
    for (const { node } of page.edges) {
      await reports.handle({
        id: node.id,
        meta: { actor, at },
        command: { type: 'SubmitReport', at, by: actor, superior },
      });
    }
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
}
