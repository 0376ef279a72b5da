/** Lets a tenth of the requests be sent again, so that retries never make an outage worse. */
export interface RetryBudget {
  /** To be told of each request. */
  deposit(): void;
  /** Whether one may be sent again now. */
  withdraw(): boolean;
}

export function createRetryBudget(share = 0.1, most = 10): RetryBudget {
  let tokens = most;
  return {
    deposit: () => {
      tokens = Math.min(most, tokens + share);
    },
    withdraw: () => {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
