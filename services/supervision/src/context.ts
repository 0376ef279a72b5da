import type { Calendar } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { PersonalDataVault } from '@onewindow/persistence';
import { createLoader } from '@onewindow/subgraph';
import type { Kinds, NotKnown, ServiceRequest } from '@onewindow/service';
import { complaintKind } from './complaint/complaint.kind.ts';
import { negativeReportKind } from './negative-report/negative-report.kind.ts';
import type { KnownFacts } from './replicas/known-facts.ts';
import { createSealedLoaders, type SealedLoaders } from './sealed-loaders.ts';

/** What lives as long as the process and every request needs. */
export interface Parts {
  readonly facts: KnownFacts;
  readonly vault: PersonalDataVault;
  readonly calendarOf: (region: string, at: Instant) => Calendar;
  /** What is answered about an id that nothing is known by, or that the viewer may not see: the same for both. */
  readonly notKnown: (id: string) => NotKnown;
  /** The same about a case that somebody complains of: for a minute only, because there are other ways to complain. */
  readonly notKnownCase: (id: string) => NotKnown;
}

/** One request: who asks, with loaders of its own. */
export interface RequestContext extends ServiceRequest, Parts {
  readonly kinds: Kinds;
  readonly sealed: SealedLoaders;
  readonly histories: ReturnType<typeof historiesOf>;
}

/** What happened to complaints and reports: one Mongo command for all of a kind. */
const historiesOf = (kinds: Kinds) => ({
  complaints: createLoader((ids: readonly string[]) =>
    kinds.of(complaintKind).journal.histories(ids),
  ),
  reports: createLoader((ids: readonly string[]) =>
    kinds.of(negativeReportKind).journal.histories(ids),
  ),
});

export function requestContext(
  parts: Parts,
  request: ServiceRequest,
  kinds: Kinds,
): RequestContext {
  const sealed = createSealedLoaders(parts.vault, request.viewer.id, request.traceId);
  return { ...request, ...parts, kinds, sealed, histories: historiesOf(kinds) };
}
