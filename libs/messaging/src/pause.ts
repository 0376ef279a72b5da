/** What a timer can hold; it would ring at once for more. */
const LONGEST = 2 ** 31 - 1;

/** Waits; an aborted signal ends the wait at once and without an error. */
export function pause(milliseconds: number, ...signals: readonly AbortSignal[]): Promise<void> {
  if (signals.some(({ aborted }) => aborted)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, LONGEST));
    for (const signal of signals) signal.addEventListener('abort', end);
  });
}
