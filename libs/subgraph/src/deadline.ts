/** The moment (milliseconds since 1970, trust clock) by which the gateway's client wants its answer. */
export const DEADLINE_HEADER = 'onewindow-deadline';

/** The moment of the header; `undefined` when there is none or it is no number. */
export function parseDeadline(header: string | undefined): Date | undefined {
  return header !== undefined && /^\d{1,15}$/.test(header) ? new Date(Number(header)) : undefined;
}
