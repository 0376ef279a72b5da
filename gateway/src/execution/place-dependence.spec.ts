import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { dependsOnPlace } from './place-dependence.ts';

const fetch = { kind: 'Fetch', serviceName: 'a', operation: '{ a }' } as FetchNode;
const flatten = (...path: string[]): PlanNode => ({ kind: 'Flatten', path, node: fetch });

it.each<[string, PlanNode | undefined, boolean]>([
  ['nothing', undefined, false],
  ['a path', flatten('a', '@', 'b'), false],
  ['a path for some types', flatten('a', '@|[Book]', 'b'), true],
  ['one deep in the plan', { kind: 'Sequence', nodes: [fetch, flatten('a|[Book]')] }, true],
  ['one beside others', { kind: 'Parallel', nodes: [fetch, flatten('a|[Book]')] }, true],
  [
    'one under a condition',
    { kind: 'Condition', condition: 'c', elseClause: flatten('|[Book]') },
    true,
  ],
  [
    'arguments from a context',
    {
      ...fetch,
      contextRewrites: [{ kind: 'KeyRenamer', path: ['..', 'x'], renameKeyTo: 'y' }],
    },
    true,
  ],
])('%s', (_, node, expected) => {
  expect(dependsOnPlace(node)).toBe(expected);
});
