/**
 * When nobody waits for an answer any more: the client has gone, or the time to drain is over. What an
 * `AbortSignal` says too, at a fraction of its price: a gateway asks for each subrequest.
 */
export interface Departure {
  readonly hasLeft: boolean;
  /** `tell` is called at most once, and only if it happens from now on; the answer takes it back. */
  onLeave(tell: (reason: Error) => void): () => void;
}

export function createDeparture(): Departure & { leave(): void } {
  const listeners = new Set<(reason: Error) => void>();
  let hasLeft = false;
  return {
    get hasLeft() {
      return hasLeft;
    },
    onLeave: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    leave: () => {
      if (hasLeft) return;
      hasLeft = true;
      const reason = new Error('Nobody waits for the answer any more.');
      for (const tell of listeners) tell(reason);
      listeners.clear();
    },
  };
}

/** The same from a signal. */
export function departureOf(signal: AbortSignal): Departure {
  return {
    get hasLeft() {
      return signal.aborted;
    },
    onLeave: (tell) => {
      const leave = () => {
        tell(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      return () => {
        signal.removeEventListener('abort', leave);
      };
    },
  };
}

/** A signal for those who want one. */
export function signalOf(departure: Departure): AbortSignal {
  const controller = new AbortController();
  if (departure.hasLeft) controller.abort();
  else {
    departure.onLeave(() => {
      controller.abort();
    });
  }
  return controller.signal;
}
