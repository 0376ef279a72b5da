import type { Consumer } from '@onewindow/messaging';
import { together, type RegionalCalendars } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';
import { onAuthorizationChanged } from './on-authorization-changed.ts';
import { onExclusionChanged } from './on-exclusion-changed.ts';
import { onItemChanged } from './on-item-changed.ts';
import { onCaseTold, type IssuingNotices } from '../notice/issue-notices.ts';
import { onNoticeServed } from '../notice/on-notice-served.ts';
import { onNoticeSending, type SendingNotices } from '../notice/sending/send-notices.ts';
import { onReportOverturned, type RecordingOverturned } from '../case/on-report-overturned.ts';
import { onCaseEnded, type EndingBills } from '../fee-bill/on-case-ended.ts';
import { onFeeDayClosed, type ReconcilingBills } from '../fee-day/on-fee-day-closed.ts';
import { onCentreRegistered, onDepartmentChanged, onWindowChanged } from './on-place-changed.ts';
import { onSealChanged } from './on-seal-changed.ts';
import { onStaffChanged } from './on-staff-changed.ts';

/** What this service listens to. What fills replicas asks for everything when its durable is new; reactions don't. */
export function consumersFor(
  deps: RecordingOverturned &
    IssuingNotices &
    ReconcilingBills &
    EndingBills &
    SendingNotices & {
      readonly replicas: Replicas;
      readonly calendars: Pick<RegionalCalendars, 'reaction'>;
    },
): readonly Consumer[] {
  const { replicas, calendars } = deps;
  const ofWindows = together([
    onStaffChanged(replicas),
    onAuthorizationChanged(replicas),
    onSealChanged(replicas),
    onWindowChanged(replicas),
    onCentreRegistered(replicas),
    onDepartmentChanged(replicas),
  ]);
  return [
    { from: 'items', durable: 'cases-items', replay: true, ...onItemChanged(replicas) },
    { from: 'windows', durable: 'cases-windows', replay: true, ...ofWindows },
    { from: 'windows', durable: 'cases-calendars', replay: true, ...calendars.reaction },
    {
      from: 'supervision',
      durable: 'cases-exclusions',
      replay: true,
      ...onExclusionChanged(replicas),
    },
    { from: 'supervision', durable: 'cases-overturned', ...onReportOverturned(deps) },
    { from: 'cases', durable: 'cases-notices', ...onCaseTold(deps) },
    { from: 'cases', durable: 'cases-services', ...onNoticeServed(deps) },
    { from: 'cases', durable: 'cases-fee-days', ...onFeeDayClosed(deps) },
    { from: 'cases', durable: 'cases-fee-ends', ...onCaseEnded(deps) },
    { from: 'cases', durable: 'cases-sending', ...onNoticeSending(deps) },
  ];
}
