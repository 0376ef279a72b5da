import { createExecutor } from '../src/execution/executor.ts';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import type { RequestContext } from '../src/request-context.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';
import { supergraphSdl } from './a-graph.ts';

it('plans new operations one after the other, and what is known is asked in between', async () => {
  const done: string[] = [];
  const planner = createSupergraphPlanner(withoutSecurityPurpose(supergraphSdl));
  const counting = {
    ...planner,
    plan: (...asked: Parameters<typeof planner.plan>) => {
      done.push('planned');
      return planner.plan(...asked);
    },
  };
  const executor = createExecutor(counting, () => {
    done.push('asked');
    return Promise.resolve({ data: { whoami: 'somebody' } });
  });
  const context = { deadline: new Date(8e15) } as RequestContext;
  const run = (source: string) =>
    executor.execute({ request: {}, source, context } as unknown as Parameters<
      typeof executor.execute
    >[0]);
  await run('{ whoami }');
  done.splice(0);
  const strangers = ['a', 'b', 'c'].map((alias) => run(`{ ${alias}: whoami }`));
  const known = executor.find({ query: '{ whoami }', operationName: undefined, variables: {} });
  expect((await known?.run(context))?.errors).toBeUndefined();
  expect(done).toEqual(['asked']);
  await Promise.all(strangers);
  expect(done.filter((step) => step === 'planned')).toHaveLength(3);
});
