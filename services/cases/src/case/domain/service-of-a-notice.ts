import { accept } from '@onewindow/kernel';
import type { FiledCase, Service } from './case.ts';
import type { RecordService } from './case-commands.ts';
import type { ServiceRecorded } from './case-events.ts';

/** 送达: that the applicant has got a paper is kept once, however often it is told, and by its own day. */
export function recordService({ at, service }: RecordService, state: FiledCase) {
  const isKnown = (state.services ?? []).some(({ notice }) => notice === service.notice);
  return isKnown
    ? accept<ServiceRecorded>()
    : accept<ServiceRecorded>({ type: 'ServiceRecorded', at, effectiveAt: service.at, service });
}

/** When the notice of this kind was served that came last, or null: what it starts counts from that day. */
export function servedAt(
  { services = [] }: Pick<FiledCase, 'services'>,
  kind: string,
): Service['at'] | null {
  return services.filter((one) => one.kind === kind).at(-1)?.at ?? null;
}
