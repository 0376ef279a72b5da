import type { Consumer } from '@onewindow/messaging';
import { together, type RegionalCalendars } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';
import { onCaseChanged, onPlaceChanged } from './keep-replicas.ts';
import { onCaseDenied, type OpeningReports } from '../negative-report/open-reports.ts';
import { onLeaderNamed, type SendingReports } from '../negative-report/send-waiting-reports.ts';
import { onCaseTroubled, onReportOverdue, type RaisingAlerts } from '../alert/raise-alerts.ts';

/** What this service listens to: replicas ask for everything when they are new, reactions don't. */
export function consumersFor(
  deps: RaisingAlerts &
    OpeningReports &
    SendingReports & {
      readonly replicas: Replicas;
      readonly calendars: Pick<RegionalCalendars, 'reaction'>;
    },
): readonly Consumer[] {
  const { replicas, calendars } = deps;
  return [
    { from: 'cases', durable: 'supervision-cases', replay: true, ...onCaseChanged(replicas) },
    {
      from: 'cases',
      durable: 'supervision-reactions',
      ...together([onCaseTroubled(deps), onCaseDenied(deps)]),
    },
    { from: 'supervision', durable: 'supervision-reports', ...onReportOverdue(deps) },
    { from: 'windows', durable: 'supervision-calendars', replay: true, ...calendars.reaction },
    {
      ...{ from: 'windows', durable: 'supervision-windows', replay: true },
      // In this order: who is in charge is read from the replica.
      ...together([onPlaceChanged(replicas), onLeaderNamed(deps)]),
    },
  ];
}
