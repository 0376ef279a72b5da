import type { Instant } from '@onewindow/kernel';

/** EXTENSION: more time to decide (行政许可法 42). EXTRA_VISIT: the applicant comes a third time (002:41). */
export type RequestKind = 'EXTENSION' | 'EXTRA_VISIT';

/** 请示: leave that is asked beforehand. */
export interface CaseRequest {
  /** Its place among the requests of the case, from 1. */
  readonly number: number;
  readonly kind: RequestKind;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** Null as long as nobody has answered. */
  readonly answer: RequestAnswer | null;
}

export interface RequestAnswer {
  readonly granted: boolean;
  readonly by: string;
  readonly at: Instant;
  /** The paper by which the head of the government granted it, for a joint case; null for all others. */
  readonly paper: string | null;
}

/** What is kept of leave that was asked for. */
export interface Requesting {
  /** Oldest first (请示). */
  readonly requests: readonly CaseRequest[];
  /** By how many days the time to decide was lengthened; absent where it was not (行政许可法 42). */
  readonly extendedBy?: number;
}

/** A service matter ends within two visits (002:41): what the applicant comes for before he files is none (A11). */
export const VISITS = 2;

const EXTENSION_DAYS = 10;
const JOINT_EXTENSION_DAYS = 15;

/** By how many days it is granted: ten, and fifteen where departments handle it jointly (行政许可法 42). */
export const extensionOf = ({ handlingMode }: { readonly handlingMode: string | null }): number =>
  handlingMode === 'JOINT' ? JOINT_EXTENSION_DAYS : EXTENSION_DAYS;

export const granted = (
  requests: readonly CaseRequest[],
  kind: RequestKind,
): readonly CaseRequest[] =>
  requests.filter((one) => one.kind === kind && one.answer?.granted === true);

/** How often the applicant may come: twice, and once more for each visit that the centre has approved. */
export const visitsAllowed = (requests: readonly CaseRequest[]): number =>
  VISITS + granted(requests, 'EXTRA_VISIT').length;
