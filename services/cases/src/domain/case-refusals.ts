import type { Instant } from '@onewindow/kernel';
import type { SpecialProcedure } from './case.ts';
import type { CaseCommand } from './case-commands.ts';
import type { MaterialRef, Power } from './facts.ts';

/** Why a command is refused. `code` is the name of the refusal in the graph. */
export type CaseRefusal =
  | {
      readonly code: 'NotPermittedInStatus';
      readonly command: CaseCommand['type'];
      readonly status: string;
    }
  | { readonly code: 'ItemNotInService'; readonly item: string }
  | { readonly code: 'TooManyOpenApplications'; readonly most: number }
  | { readonly code: 'NotOnPost' }
  | { readonly code: 'ExcludedFromCase'; readonly decidedBy: string; readonly until: Instant }
  | { readonly code: 'NotAuthorizedForItem'; readonly power: Power }
  | { readonly code: 'MaterialsMissing'; readonly materials: readonly MaterialRef[] }
  | { readonly code: 'UnknownMaterials'; readonly materials: readonly string[] }
  | { readonly code: 'RightsNotInformed' }
  | { readonly code: 'SealNotInCustody'; readonly seal: string }
  | { readonly code: 'ReasonsRequired' }
  | { readonly code: 'NoLeaderInCharge' }
  | { readonly code: 'SuperiorIsReporter' }
  | { readonly code: 'CasePaused'; readonly procedure: SpecialProcedure }
  | { readonly code: 'ApproverSupervises' }
  | { readonly code: 'NotApplicant' };
