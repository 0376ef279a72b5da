import { personOf } from '@onewindow/identity';
import type { AccessReason, PersonalDataVault } from '@onewindow/persistence';
import type { Caller } from '@onewindow/service';
import { createLoader, type Loader } from '@onewindow/subgraph';
import { casesOfReceipts, type Receipt } from '../case-progress/by-receipt.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import type { NoticeView } from '../notice/notice.kind.ts';
import { caseKind, type CaseJournal, type CaseView } from './case.kind.ts';
import type { ExclusionFact } from './domain/facts.ts';

type Personal = Readonly<Record<string, string>>;
type History = Awaited<ReturnType<CaseJournal['history']>>;

/** What one request reads of cases beside the cases themselves. */
export interface CaseLoaders {
  /** The cases of these receipts, for whoever holds their query codes: one Mongo command for all. */
  readonly progress: Loader<Receipt, CaseView | null>;
  /** Cases by id whoever asks, for a right that is not the sight of cases: one Mongo command for all. */
  readonly anyCase: Loader<string, CaseView | null>;
  /** Who applied. All that one request reads is written down by one insert before any of it is answered. */
  readonly applicants: Loader<CaseView, Personal | null>;
  /** To whom a notice is addressed: as `applicants`. */
  readonly addressees: Loader<NoticeView, Personal | null>;
  /** What happened to each: one Mongo command for all. */
  readonly histories: Loader<string, History>;
  /** Whether the viewer is kept away from a case: one Mongo command for all, none for who is no member of staff. */
  readonly excluded: Loader<string, ExclusionFact | undefined>;
}

export function createCaseLoaders(
  deps: {
    readonly journal: CaseJournal;
    readonly vault: PersonalDataVault;
    readonly facts: Pick<KnownFacts, 'exclusionsOf'>;
  },
  { viewer, at }: Caller,
  traceId: string,
): CaseLoaders {
  const { journal, vault, facts } = deps;
  const reason: AccessReason = { viewer: viewer.id, purpose: 'cases.applicant', traceId };
  return {
    progress: createLoader((receipts) => casesOfReceipts({ journal, vault }, receipts, at)),
    anyCase: createLoader(async (ids) =>
      (await journal.findMany(ids, at)).map((found) => found && caseKind.toView(found)),
    ),
    applicants: createLoader((views) => vault.open('case', views, reason)),
    addressees: createLoader((views) =>
      vault.open('notice', views, { ...reason, purpose: 'cases.notice' }),
    ),
    histories: createLoader((ids) => journal.histories(ids)),
    excluded: createLoader(async (ids) => {
      const { staffId } = personOf(viewer);
      const all = staffId === null ? undefined : await facts.exclusionsOf(staffId);
      return ids.map((id) => all?.get(id));
    }),
  };
}
