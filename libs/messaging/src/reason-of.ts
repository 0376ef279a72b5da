/** An error as one line for logs, reports and dead letters, with its causes. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  return error.cause === undefined ? text : `${text} (${reasonOf(error.cause)})`;
}
