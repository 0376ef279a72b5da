import type { Instant } from '@onewindow/kernel';
import type { SpecialProcedure, SpecialTime } from './special-time.ts';

/** What a kind of step is bound to: rules read it here and nowhere else. */
interface StepRule {
  /** Its days are not counted, as long as was told in writing (行政许可法 45). */
  readonly isUncounted: boolean;
  /** Only where the item has this procedure, as items name it; null where every item may have it. */
  readonly ofItem: string | null;
}

const counted = (ofItem: string | null = null): StepRule => ({ isUncounted: false, ofItem });
const uncounted = (ofItem: string): StepRule => ({ isUncounted: true, ofItem });

/**
 * 环节: review, survey, argumentation, public notice and fee are links of the closed loop (002:163, 002:35); a meeting
 * (002:33), the handling sheet (002:76), the dossier at the department (002:37), the referral to the authority above
 * (002:164), and the eight procedures that the law does not count.
 */
export const STEP_RULES = {
  REVIEW: counted(),
  SURVEY: counted('SITE_SURVEY'),
  ARGUMENTATION: counted(),
  PUBLIC_NOTICE: counted('PUBLIC_NOTICE'),
  FEE: counted(),
  MEETING: counted(),
  HANDLING: counted(),
  DEPARTMENT: counted(),
  REFERRAL: counted(),
  HEARING: uncounted('HEARING'),
  TENDER: uncounted('TENDER'),
  AUCTION: uncounted('AUCTION'),
  TEST: uncounted('TEST'),
  INSPECTION: uncounted('INSPECTION'),
  QUARANTINE: uncounted('QUARANTINE'),
  APPRAISAL: uncounted('APPRAISAL'),
  EXPERT_REVIEW: uncounted('EXPERT_REVIEW'),
} as const satisfies Record<string, StepRule>;

export type StepKind = keyof typeof STEP_RULES;
export type UpperOutcome = 'APPROVED' | 'REJECTED';

/** One step of a case: who has it in hand since when, and what came of it. A null is not written, or not yet. */
export interface Step {
  /** Its place among the steps of the case, from 1: it is named by it. */
  readonly number: number;
  readonly kind: StepKind;
  /** Null in what was begun before it was written down. */
  readonly begunBy: string | null;
  readonly from: Instant;
  /** Working days that were told, or that it is given; null where there is no limit of its own. */
  readonly toldDays: number | null;
  readonly until: Instant | null;
  readonly endedBy: string | null;
  readonly record: string | null;
  /** What the applicant is told to change, by a meeting (002:33). */
  readonly changes: string | null;
  /** The authority above to which it was sent, with the opinion of the preliminary review (002:164). */
  readonly authority: string | null;
  readonly opinion: string | null;
  readonly upper: UpperOutcome | null;
}

/** What is kept of a case's steps. */
export interface Stepwise {
  /** What the case goes through after acceptance, oldest first (环节). */
  readonly steps: readonly Step[];
}

/** A step as it begins. */
export const begun = (
  given: Pick<Step, 'number' | 'kind' | 'begunBy' | 'from' | 'toldDays'> &
    Partial<Pick<Step, 'authority' | 'opinion'>>,
): Step => ({
  ...{ authority: null, opinion: null, ...given },
  ...{ until: null, endedBy: null, record: null, changes: null, upper: null },
});

/** The steps that are not counted, as the clocks are counted by them. */
export const specialTimesOf = (steps: readonly Step[]): readonly SpecialTime[] =>
  steps.flatMap(({ kind, toldDays, from, until }) =>
    isSpecial(kind) ? [{ procedure: kind, toldDays: toldDays ?? 0, from, until }] : [],
  );

export const isSpecial = (kind: StepKind): kind is SpecialProcedure => STEP_RULES[kind].isUncounted;

/** The first of those not counted that lasts. */
export const oldestSpecial = (steps: readonly Step[]): Step | undefined =>
  steps.find(({ kind, until }) => isSpecial(kind) && until === null);

export const openStep = (steps: readonly Step[], kind: StepKind): Step | undefined =>
  steps.find((step) => step.kind === kind && step.until === null);

/** The steps with another one in the place of the one of its number. */
export const withStep = (
  steps: readonly Step[],
  number: number,
  change: Partial<Step>,
): readonly Step[] => steps.map((step) => (step.number === number ? { ...step, ...change } : step));
