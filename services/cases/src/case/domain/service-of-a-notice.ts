import { accept } from '@onewindow/kernel';
import type { FiledCase, Service } from './case.ts';
import type { RecordService } from './case-commands.ts';
import type { ServiceRecorded } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { withClock } from './clocks.ts';
import { waitsSince } from './insisting.ts';
import { supplementClock } from './supplement-clock.ts';

/**
 * 送达: that the applicant has got a paper is kept once, however often it is told, and by its own day. The notice that
 * waits for his papers waits from then, as it says itself: who gets it late loses no day.
 */
export function recordService({ at, service }: RecordService, state: FiledCase, rules: CaseRules) {
  const isKnown = (state.services ?? []).some(({ notice }) => notice === service.notice);
  if (isKnown) return accept<ServiceRecorded>();
  const waits = waitsFrom(service, state);
  return accept<ServiceRecorded>({
    type: 'ServiceRecorded',
    at,
    effectiveAt: service.at,
    service,
    ...(waits && {
      clock: supplementClock(service.at, waits, countingIn(state.region, rules, at)),
    }),
  });
}

/** How long the notice waits from its service; null where it waits no more, or had reached him when it was issued. */
function waitsFrom({ kind, at }: Service, state: FiledCase) {
  if (kind !== 'SUPPLEMENT' || state.status !== 'SUPPLEMENT_REQUIRED') return null;
  const { waits = null } = state.notice;
  return at > waitsSince(state.notice) ? waits : null;
}

/** What is written of it in the case: a notice that waits for papers waits from then. */
export function withService(
  { services = [], clocks, notice }: Pick<FiledCase, 'services' | 'clocks' | 'notice'>,
  { service, clock }: ServiceRecorded,
) {
  const all = [...services, service];
  if (!clock || notice === null) return { services: all };
  const lapsesAt = clock.deadline.dueAt ?? notice.lapsesAt;
  return {
    services: all,
    clocks: withClock(clocks, clock),
    notice: { ...notice, servedAt: service.at, lapsesAt },
  };
}
