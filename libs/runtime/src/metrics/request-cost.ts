import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request asks of the database: the number that must not grow with the rows of an answer. */
export interface RequestCost {
  mongoCommands: number;
}

const running = new AsyncLocalStorage<RequestCost>();

/** Runs one request and tells what it cost, however deep in promises the cost arose. */
export async function withRequestCost<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly cost: Readonly<RequestCost> }> {
  const cost: RequestCost = { mongoCommands: 0 };
  const result = await running.run(cost, work);
  return { result, cost };
}

/** Called for each command that goes to MongoDB; what belongs to no request (a sweep) is not counted. */
export function countMongoCommand(): void {
  const cost = running.getStore();
  if (cost) cost.mongoCommands++;
}
