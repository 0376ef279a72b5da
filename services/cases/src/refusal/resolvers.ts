import type { Completing } from '@onewindow/service';
import type {
  ExcludedFromCaseResolvers,
  SealNotInCustodyResolvers,
} from '../graphql/types.generated.ts';

export const ExcludedFromCase: Completing<ExcludedFromCaseResolvers> = {
  decidedBy: ({ decidedBy }) => ({ id: decidedBy }),
};

export const SealNotInCustody: Completing<SealNotInCustodyResolvers> = {
  seal: ({ seal }) => ({ id: seal }),
};
