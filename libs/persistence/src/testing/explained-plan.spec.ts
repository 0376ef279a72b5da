import { ExplainsNothing, problemsOf, readPlan } from './explained-plan.ts';

const answer = (winningPlan: object, totalDocsExamined: number, nReturned: number) => ({
  queryPlanner: { winningPlan },
  executionStats: { totalDocsExamined, nReturned },
});
const scan = { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'a_1' } };

it('a page read along an index is without a problem', () => {
  const plan = readPlan(answer({ stage: 'LIMIT', inputStage: scan }, 21, 21));
  expect(plan.stages).toEqual(['LIMIT', 'FETCH', 'IXSCAN']);
  expect(problemsOf(plan)).toEqual([]);
});

it('several scans of one index merged in its order are no sort', () => {
  const merged = {
    stage: 'FETCH',
    inputStage: { stage: 'SORT_MERGE', inputStages: [{ stage: 'IXSCAN' }, { stage: 'IXSCAN' }] },
  };
  expect(problemsOf(readPlan(answer(merged, 21, 21)))).toEqual([]);
});

it('reads the plan of the slot based engine, which lies one deeper', () => {
  const plan = { queryPlan: { stage: 'COLLSCAN' }, slotBasedPlan: { stages: '[1] scan' } };
  expect(problemsOf(readPlan(answer(plan, 1, 1)))).toEqual(['reads the whole collection']);
});

it.each([
  ['sorts in memory', { stage: 'SORT', inputStage: scan }, 21],
  ['reads the whole collection', { stage: 'COLLSCAN' }, 21],
  ['examines 400 documents for 21', scan, 400],
])('tells that a plan %s', (problem, plan, examined) => {
  expect(problemsOf(readPlan(answer(plan, examined, 21)))).toEqual([problem]);
});

it('finding nothing may read one document, and not more', () => {
  expect(problemsOf(readPlan(answer(scan, 1, 0)))).toEqual([]);
  expect(problemsOf(readPlan(answer(scan, 2, 0)))).toHaveLength(1);
});

it('a server that explains nothing proves nothing', () => {
  expect(() => readPlan({ ok: 1 })).toThrow('does not explain');
  // DocumentDB tells the plan and not how much was read.
  const planOnly = {
    queryPlanner: { winningPlan: scan },
    executionStats: { executionTimeMillis: 1 },
  };
  expect(() => readPlan(planOnly)).toThrow(ExplainsNothing);
});
