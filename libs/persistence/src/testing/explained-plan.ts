/** What a planner did for one query. */
export interface ExplainedPlan {
  /** From the outermost inwards, as MongoDB names them: `LIMIT`, `FETCH`, `IXSCAN`. */
  readonly stages: readonly string[];
  readonly examined: number;
  readonly returned: number;
}

/** A server whose `explain` has another shape: it proves nothing either way. */
export class ExplainsNothing extends Error {
  override readonly name = 'ExplainsNothing';

  constructor() {
    super('This server does not explain what it does.');
  }
}

/** Reads an answer of `explain('executionStats')`, of both of MongoDB's engines. */
export function readPlan(explained: unknown): ExplainedPlan {
  const { queryPlanner, executionStats } = explained as {
    readonly queryPlanner?: { readonly winningPlan?: unknown };
    readonly executionStats?: Readonly<Record<'totalDocsExamined' | 'nReturned', number>>;
  };
  if (
    queryPlanner?.winningPlan === undefined ||
    typeof executionStats?.totalDocsExamined !== 'number' ||
    typeof executionStats.nReturned !== 'number'
  ) {
    throw new ExplainsNothing();
  }
  return {
    stages: stagesOf(queryPlanner.winningPlan),
    examined: executionStats.totalDocsExamined,
    returned: executionStats.nReturned,
  };
}

/** Documents examined for each one returned; one more is how a page knows that there is another. */
const MOST_EXAMINED = 1.1;

/** Why this plan would be slow where there is much: nothing, when it reads what it answers and no more. */
export function problemsOf({ stages, examined, returned }: ExplainedPlan): readonly string[] {
  return [
    ...(stages.includes('COLLSCAN') ? ['reads the whole collection'] : []),
    ...(stages.includes('SORT') ? ['sorts in memory'] : []),
    ...(examined > Math.max(returned * MOST_EXAMINED, returned + 1)
      ? [`examines ${examined} documents for ${returned}`]
      : []),
  ];
}

function stagesOf(plan: unknown): readonly string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  const { stage, ...inner } = plan as { readonly stage?: unknown };
  const nested = Object.values(inner).flatMap(stagesOf);
  return typeof stage === 'string' ? [stage, ...nested] : nested;
}
