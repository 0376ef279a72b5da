import type { Instant } from '@onewindow/kernel';

interface Said {
  readonly code: string;
  readonly message: string;
  readonly rule: string | null;
}
/** Who has decided so by his id. */
export interface ExcludedFromCaseMapper extends Said {
  readonly decidedBy: string;
  readonly until: Instant;
}
/** The seal by its id. */
export interface SealNotInCustodyMapper extends Said {
  readonly seal: string;
}
