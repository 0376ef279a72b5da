import type { CentreOf } from './department/centre-of.ts';

/** What the kinds whose sight hangs on the centre of a department are opened with. */
export interface KnowsCentres {
  readonly centreOf: CentreOf;
}
