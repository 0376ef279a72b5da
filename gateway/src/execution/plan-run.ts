import { limitError } from '@onewindow/subgraph';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphAnswer } from '../subrequests/read-answer.ts';
import type { AnswerObject } from './answer-object.ts';
import type { Conditions } from './conditions.ts';
import type { SharedObjects } from './shared-objects.ts';

/** Sends one subrequest to a subgraph, its body written out. */
export type SendSubrequest = (
  subrequest: { readonly service: string; readonly body: string; readonly isQuery: boolean },
  context: RequestContext,
) => Promise<SubgraphAnswer>;

/** A subgraph answered null for the entity: it is hidden or not there. Or none was asked, for want of a key. */
export type UnknownBecause = 'ABSENT' | 'UNASKED';

/** One execution of a plan. */
export interface PlanRun {
  /** What the subgraphs told so far. */
  readonly data: AnswerObject;
  readonly errors: GraphQLError[];
  /** Undefined until there is one. */
  shared: SharedObjects | undefined;
  /** Entities of which not all can be told, and why. Undefined until there is one. */
  unknown: Map<object, UnknownBecause> | undefined;
  /** Whether no answer so far had anything escaped in it. */
  isPlain: boolean;
  /** As the caller gave them: subgraphs coerce their own. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly conditions: Conditions;
  readonly context: RequestContext;
  readonly send: SendSubrequest;
  /** How many characters an answer may have, and all that is collected for it. */
  readonly answerSize: number;
  /** What subgraphs told so far, in characters. */
  collected: number;
}

/** Of an answer, where nothing else is told. */
export const ANSWER_SIZE = 16 * 1_024 * 1_024;

/** What a run begins with. */
export const beginRun = (
  request: Omit<
    PlanRun,
    'answerSize' | 'collected' | 'data' | 'errors' | 'isPlain' | 'shared' | 'unknown'
  > &
    Partial<Pick<PlanRun, 'answerSize'>>,
): PlanRun => ({
  answerSize: ANSWER_SIZE,
  ...request,
  collected: 0,
  data: {},
  errors: [],
  shared: undefined,
  unknown: undefined,
  isPlain: true,
});

/** Notes that not all of an entity can be told. That a subgraph knows nothing of it weighs more than that one was not asked. */
export function noteUnknown(
  run: Pick<PlanRun, 'unknown'>,
  entity: object,
  because: UnknownBecause,
): void {
  const unknown = (run.unknown ??= new Map<object, UnknownBecause>());
  if (unknown.get(entity) !== 'ABSENT') unknown.set(entity, because);
}

/** To be told of each answer before its data becomes the run's. Throws as `refuseMore` does. */
export function noteAnswer(run: PlanRun, answer: SubgraphAnswer): SubgraphAnswer {
  if (answer.isPlain !== true) run.isPlain = false;
  run.collected += answer.length ?? 0;
  refuseMore(run);
  return answer;
}

/** Throws when what subgraphs told is more than may be answered: nothing more is asked then. */
export function refuseMore({ collected, answerSize }: PlanRun): void {
  if (collected > answerSize) throw limitError('ANSWER_LIMIT', { limit: answerSize });
}

/** A node of a plan, compiled: puts what it fetches into the run's data and errors; never rejects. */
export type RunNode = (run: PlanRun) => Promise<void>;

/** When all of them have ended; mostly it is one. */
export function allOf(ends: readonly Promise<void>[]): Promise<void> {
  const [first] = ends;
  if (first !== undefined && ends.length === 1) return first;
  return Promise.all(ends).then(() => undefined);
}
