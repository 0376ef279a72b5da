import type { PersonalDataVault } from '@onewindow/persistence';
import type { View } from '@onewindow/service';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { ExclusionState } from './case-exclusion/domain/case-exclusion.ts';
import type { ComplaintState } from './complaint/domain/complaint.ts';

type Sealed = Readonly<Record<string, string>> | null;

/** What is sealed: all that one request reads is written down by one insert before any of it is answered. */
export interface SealedLoaders {
  /** Who complains and in which words. */
  readonly complaints: Loader<View<ComplaintState>, Sealed>;
  /** Why somebody is kept away from a case. */
  readonly exclusions: Loader<View<ExclusionState>, Sealed>;
}

export function createSealedLoaders(
  vault: PersonalDataVault,
  viewer: string,
  traceId: string,
): SealedLoaders {
  const reason = (purpose: string) => ({ viewer, purpose, traceId });
  return {
    complaints: createLoader((views) =>
      vault.open('complaint', views, reason('supervision.complaint')),
    ),
    exclusions: createLoader((views) =>
      vault.open('case-exclusion', views, reason('supervision.case-exclusion')),
    ),
  };
}
