import { isOutage, subrequestCode } from './subrequest-error.ts';

/** Which outages of one subgraph its breaker is told of. */
export interface OutageCount {
  /** Whether this one counts. `caller` is whose request it was; `isTrial`: the breaker is not closed. */
  counts(error: unknown, about: { readonly caller: string; readonly isTrial: boolean }): boolean;
  /** To be told of each answer: outages are counted in a row. */
  answered(): void;
}

/**
 * A subgraph that can't be reached, or fails, is away for everybody. One that takes too long may only be asked for too
 * much: of the outages in a row that open a breaker a third may be one caller's, however often he asks.
 */
export function createOutageCount(outages: number): OutageCount {
  const share = Math.max(1, Math.floor(outages / 3));
  const late = new Map<string, number>();
  return {
    counts: (error, { caller, isTrial }) => {
      if (!isOutage(error)) return false;
      if (isTrial || subrequestCode(error) !== 'SUBREQUEST_TIMEOUT') return true;
      const count = (late.get(caller) ?? 0) + 1;
      // One more outage may open the breaker, so that there are never more callers here than that.
      late.set(caller, count);
      return count <= share;
    },
    answered: () => {
      if (late.size > 0) late.clear();
    },
  };
}
