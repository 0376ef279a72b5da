import {
  caseDueSoon,
  caseOverdue,
  caseSecondNoticeAttempted,
  negativeReportOverdue,
  type CaseSnapshot,
  type EventEnvelope,
} from '@onewindow/contracts';
import { instant, type Instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import { onEvent, together, type Reaction } from '@onewindow/service';
import type { AlertFacts } from '../domain/alert.ts';
import type { AlertJournal } from '../persistence/alert-aggregate.ts';

export interface RaisingAlerts {
  readonly alerts: Pick<AlertJournal, 'create'>;
  readonly now: () => Instant;
}

/** What cases tell that asks for a supervisor: a clock that ends soon (X09) or has ended (X10), a second notice (X08). */
export function onCaseTroubled(deps: RaisingAlerts): Reaction {
  return together([
    onEvent(caseDueSoon, ({ happened, snapshot }, event) =>
      raise(deps, event, { ...aboutCase(snapshot, event), kind: 'DUE_SOON', ...clockOf(happened) }),
    ),
    onEvent(caseOverdue, ({ happened, snapshot }, event) =>
      raise(deps, event, { ...aboutCase(snapshot, event), kind: 'OVERDUE', ...clockOf(happened) }),
    ),
    onEvent(caseSecondNoticeAttempted, ({ happened, snapshot }, event) => {
      const { attemptedBy, newMaterials: materials } = happened;
      const about = aboutCase(snapshot, event);
      const concerned = [...about.concerned, attemptedBy];
      return raise(deps, event, { ...about, kind: 'SECOND_NOTICE', materials, concerned });
    }),
  ]);
}

/** A denial whose report no superior has acknowledged in time (000:14), told by this service itself. */
export function onReportOverdue(deps: RaisingAlerts): Reaction {
  return onEvent(negativeReportOverdue, ({ snapshot }, event) => {
    const { region, centre, department, window, reporter } = snapshot;
    return raise(deps, event, {
      ...{ kind: 'DENIAL_WITHOUT_ACKNOWLEDGED_REPORT', case: snapshot.case, report: snapshot.id },
      ...{ region, centre, department, window },
      ...{ clock: null, dueAt: instant(snapshot.acknowledgeBy), materials: [] },
      occurredAt: instant(event.time),
      concerned: reporter === null ? [] : [reporter],
    });
  });
}

/** Creation: one alert for one event, however often that comes. */
async function raise(
  { alerts, now }: RaisingAlerts,
  event: EventEnvelope,
  facts: AlertFacts,
): Promise<void> {
  const at = now();
  const outcome = await alerts.create({
    id: idFromEvent(event.id, 'alert'),
    command: { type: 'RaiseAlert', at, ...facts },
    meta: { actor: event.id, at },
    fromEvent: true,
  });
  if (!outcome.ok) throw new Error(`An alert was refused: ${outcome.rejection.code}`);
}

function aboutCase(snapshot: CaseSnapshot, event: EventEnvelope): Omit<AlertFacts, 'kind'> {
  const { id, region, centre, department, window, handler, decidedBy } = snapshot;
  return {
    ...{ case: id, region, centre, department, window },
    ...{ clock: null, dueAt: null, report: null, materials: [] },
    occurredAt: instant(event.time),
    concerned: [handler, decidedBy].filter((staff) => staff != null),
  };
}

const clockOf = ({ clock, dueAt }: { clock: NonNullable<AlertFacts['clock']>; dueAt: string }) => ({
  clock,
  dueAt: instant(dueAt),
});
