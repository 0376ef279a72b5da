import {
  caseRejected,
  caseReturned,
  type CaseSnapshot,
  type EventEnvelope,
} from '@onewindow/contracts';
import { instant, type Instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import { onEvent, together, type Reaction, type RegionalCalendars } from '@onewindow/service';
import type { DenialKind } from './domain/negative-report.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import type { ReportJournal } from './negative-report.kind.ts';
import { sendWaiting } from './send-waiting-reports.ts';

export interface OpeningReports {
  readonly reports: Pick<ReportJournal, 'create' | 'list' | 'handle'>;
  readonly facts: Pick<KnownFacts, 'leaderInCharge'>;
  readonly calendars: Pick<RegionalCalendars, 'calendarOf'>;
  readonly now: () => Instant;
}

interface Denied {
  readonly happened: {
    readonly rule: string;
    readonly reporter?: string | undefined;
  };
  readonly snapshot: CaseSnapshot;
}

/**
 * Creation: each denial has one report, which the leader in charge of its department is to acknowledge (X12; 000:12,
 * 000:14). Whom the event names counts for nothing: who that is follows from what windows has told.
 */
export function onCaseDenied(deps: OpeningReports): Reaction {
  return together([
    onEvent(caseRejected, (data, event) => open(deps, event, { ...data, denial: 'REJECTED' })),
    onEvent(caseReturned, (data, event) => open(deps, event, { ...data, denial: 'RETURNED' })),
  ]);
}

async function open(
  deps: OpeningReports,
  event: EventEnvelope,
  { happened, snapshot, denial }: Denied & { readonly denial: DenialKind },
): Promise<void> {
  const { reports, facts, calendars, now } = deps;
  const at = now();
  const { rule, reporter = null } = happened;
  const { item, region, centre, department, window } = snapshot;
  const superior = await facts.leaderInCharge(department);
  const outcome = await reports.create({
    id: idFromEvent(event.id, 'negative-report'),
    command: {
      type: 'OpenReport',
      at,
      denial,
      case: snapshot.id,
      item,
      rule,
      reporter,
      superior,
      region,
      centre,
      department,
      window,
      deniedAt: instant(event.time),
      calendar: calendars.calendarOf(region, at),
    },
    meta: { actor: event.id, at },
    fromEvent: true,
  });
  if (!outcome.ok) throw new Error(`A report was refused: ${outcome.rejection.code}`);
  // A leader who was named meanwhile has not found this report among those that wait.
  if (superior === null) await sendWaiting(deps, department, event.id);
}
