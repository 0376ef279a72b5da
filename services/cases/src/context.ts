import type { Calendar } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { NumberSeries, PersonalDataVault } from '@onewindow/persistence';
import type { Loader } from '@onewindow/subgraph';
import type { Kinds, NotKnown, ServiceRequest } from '@onewindow/service';
import { createCaseLoaders, type CaseLoaders } from './case/case-loaders.ts';
import type { CaseJournal } from './case/case.kind.ts';
import type { FeeBillJournal, FeeBillView } from './fee-bill/fee-bill.kind.ts';
import { openBills } from './fee-bill/fee-of-a-case.ts';
import type { KnownFacts } from './replicas/known-facts.ts';

/** What lives as long as the process and every request needs. */
export interface CaseParts {
  readonly feeBills: Pick<FeeBillJournal, 'list'>;
  readonly vault: PersonalDataVault;
  readonly facts: KnownFacts;
  readonly calendarOf: (region: string, at: Instant) => Calendar;
  /** The numbers on receipts, a series for each centre and day. */
  readonly receipts: NumberSeries;
  /** How many undecided applications for one item one applicant may have. */
  readonly mostOpenApplications: number;
  /** What is answered about an id that nothing is known by: the same for what is hidden. */
  readonly notKnown: (id: string) => NotKnown;
  /** Takes ID numbers and credit codes that are invalid by design. Only in infra/local and tests. */
  readonly acceptDemoNumbers: boolean;
}

/** One request: who asks, with loaders of its own. */
export interface RequestContext extends ServiceRequest, CaseLoaders, CaseParts {
  /** The bill that stands for a case, null where there is none: one Mongo command for all. */
  readonly openBillOf: Loader<string, FeeBillView | null>;
  readonly kinds: Kinds;
}

export function requestContext(
  parts: CaseParts & { readonly journal: CaseJournal },
  request: ServiceRequest,
  kinds: Kinds,
): RequestContext {
  const loaders = createCaseLoaders(parts, request.caller, request.traceId);
  const openBillOf = openBills(parts.feeBills, request.caller.at);
  return { ...request, ...parts, ...loaders, openBillOf, kinds };
}
