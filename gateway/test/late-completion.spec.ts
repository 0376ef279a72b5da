import { createExecutor } from '../src/execution/executor.ts';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import type { RequestContext } from '../src/request-context.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';
import { supergraphSdl } from './a-graph.ts';

/** What is told of rows that a subgraph has told already, when the request's time ends at `deadline`. */
async function complete(rows: number, deadline: Date) {
  const executor = createExecutor(
    createSupergraphPlanner(withoutSecurityPurpose(supergraphSdl)),
    () =>
      Promise.resolve({ data: { cases: Array.from({ length: rows }, () => ({ number: '1' })) } }),
  );
  const asked = { request: {}, source: '{ cases { number } }', context: { deadline } };
  const { errors } = await executor.execute(
    asked as unknown as Parameters<typeof executor.execute>[0] & { context: RequestContext },
  );
  return (errors ?? []).map(({ extensions }) => extensions['code']);
}
const over = new Date(0);
const never = new Date(8e15);

it('writes no long answer to its end once the time of its request is over', async () => {
  expect(await complete(5_000, over)).toEqual(['DEADLINE_EXCEEDED']);
  expect(await complete(5_000, never)).toEqual([]);
});

it('writes a short one, which is done sooner than it is looked at', async () => {
  expect(await complete(100, over)).toEqual([]);
});
