import { personOf } from '@onewindow/identity';
import type { Caller } from '@onewindow/service';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { AccessReason, PersonalDataVault } from '@onewindow/persistence';
import type { ExclusionFact } from '../domain/facts.ts';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { casesOfReceipts, type Receipt } from '../case-progress/by-receipt.ts';
import { toCaseView, type CaseView } from '../queries/case-view.ts';
import { maySee } from '../queries/visible-cases.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import { createItemCaseLoaders, type ItemCaseLoaders } from './item-case-loaders.ts';

type Personal = Readonly<Record<string, string>>;
type History = Awaited<ReturnType<CaseJournal['history']>>;

export interface CaseLoaders extends ItemCaseLoaders {
  /** The cases of these ids that the viewer may see: one Mongo command for all. Null for every other. */
  readonly cases: Loader<string, CaseView | null>;
  /** The cases of these receipts, for whoever holds their query codes: one Mongo command for all. */
  readonly progress: Loader<Receipt, CaseView | null>;
  /** Who applied. All that one request reads is written down by one insert before any of it is answered. */
  readonly applicants: Loader<CaseView, Personal | null>;
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
  const { journal, vault } = deps;
  const reason: AccessReason = { viewer: viewer.id, purpose: 'cases.applicant', traceId };
  return {
    ...createItemCaseLoaders(journal, { viewer, at }),
    cases: createLoader(async (ids) => {
      const found = await journal.findMany(ids, at);
      return found.map((loaded) => {
        const view = loaded && toCaseView(loaded);
        return view && maySee(viewer, view) ? view : null;
      });
    }),
    progress: createLoader((receipts) => casesOfReceipts({ journal, vault }, receipts, at)),
    applicants: createLoader((views) => vault.open('case', views, reason)),
    excluded: createLoader(async (ids) => {
      const { staffId } = personOf(viewer);
      const all = staffId === null ? undefined : await deps.facts.exclusionsOf(staffId);
      return ids.map((id) => all?.get(id));
    }),
    histories: createLoader((ids) => journal.histories(ids)),
  };
}
