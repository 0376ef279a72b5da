import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request asks of the database: the number that must not grow with the rows of an answer. */
export interface RequestCost {
  mongoCommands: number;
}

interface Running extends RequestCost {
  /** What was read already, by what was asked. */
  readonly read: Map<string, Promise<unknown>>;
}

const running = new AsyncLocalStorage<Running>();

/** Runs one request and tells what it cost, however deep in promises the cost arose. */
export async function withRequestCost<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly cost: Readonly<RequestCost> }> {
  const cost: Running = { mongoCommands: 0, read: new Map() };
  const result = await running.run(cost, work);
  return { result, cost: { mongoCommands: cost.mongoCommands } };
}

/**
 * Reads something once in a request, however many of its fields ask for the same: fifteen aliases of one list are one
 * read. What is read must be changed by nobody. Outside of a request, and after a write of it, it is read anew.
 */
export function readOnce<Read>(what: string, read: () => Promise<Read>): Promise<Read> {
  const known = running.getStore()?.read;
  if (known === undefined) return read();
  const before = known.get(what) as Promise<Read> | undefined;
  if (before !== undefined) return before;
  const reading = read();
  known.set(what, reading);
  return reading;
}

/** To be called for each write: what was read before it may not hold any more. */
export function forgetReads(): void {
  running.getStore()?.read.clear();
}

/** Called for each command that goes to MongoDB; what belongs to no request (a sweep) is not counted. */
export function countMongoCommand(): void {
  const cost = running.getStore();
  if (cost) cost.mongoCommands++;
}
