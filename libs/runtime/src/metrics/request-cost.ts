import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request asks of the database: the number that must not grow with the rows of an answer. */
export interface RequestCost {
  mongoCommands: number;
}

interface Running extends RequestCost {
  /** What was read already, by what was asked. */
  readonly read: Map<string, Promise<unknown>>;
  /** Milliseconds since 1970; undefined where nobody said, and of a change that has begun. */
  deadline: number | undefined;
}

/** The time for a request is over: nothing more is read for it. */
export class RequestTimeOver extends Error {
  override readonly name = 'RequestTimeOver';
}

const running = new AsyncLocalStorage<Running>();

/**
 * Runs one request and tells what it cost, however deep in promises the cost arose. After `deadline` nothing is read
 * for it, see `timeForReading`.
 */
export async function withRequestCost<Result>(
  work: () => Promise<Result>,
  deadline?: Date,
): Promise<{ readonly result: Result; readonly cost: Readonly<RequestCost> }> {
  const cost: Running = { mongoCommands: 0, read: new Map(), deadline: deadline?.getTime() };
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

/**
 * How many milliseconds one read may take, 1 or more: what is left of the request's time, at most `longest`. Undefined
 * where there is no bound. Throws `RequestTimeOver` when nothing is left.
 */
export function timeForReading(longest?: number, now: () => number = Date.now): number | undefined {
  const deadline = running.getStore()?.deadline;
  if (deadline === undefined) return longest;
  const left = Math.ceil(deadline - now());
  if (left <= 0) throw new RequestTimeOver('The time for this request is over.');
  return longest === undefined ? left : Math.min(left, longest);
}

/**
 * To be called before a request changes anything. What has begun is carried out whole: a change of two writes must not
 * end between them because what it reads for the second one comes too late.
 */
export function carryOutWhole(): void {
  const request = running.getStore();
  if (request) request.deadline = undefined;
}

/** To be called for each write: what was read before it may not hold any more. */
export function forgetReads(): void {
  running.getStore()?.read.clear();
}

/** Runs what a request has set off and does not wait for: it costs the request nothing, and has no deadline. */
export function besideRequest<Result>(work: () => Result): Result {
  return running.exit(work);
}

/** Called for each command that goes to MongoDB; what belongs to no request (a sweep) is not counted. */
export function countMongoCommand(): void {
  const cost = running.getStore();
  if (cost) cost.mongoCommands++;
}
