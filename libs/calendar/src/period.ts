import type { Instant } from '@onewindow/kernel';
import type { Day } from './day.ts';

export type PeriodUnit = 'WORKING_DAYS' | 'CALENDAR_DAYS';

/** A length of time in whole days, never negative. Working days are those of the region (行政许可法 82). */
export interface Period {
  readonly value: number;
  readonly unit: PeriodUnit;
}

/**
 * A time that does not count (行政许可法 45: hearing, inspection, appraisal …). Days from the day
 * of `from` to the day before `until` are suspended, as instants in Asia/Shanghai days; `until`
 * null means that it still lasts.
 */
export interface Suspension {
  readonly reason: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

export type LedgerReason =
  | 'WORKDAY'
  | 'MAKEUP_WORKDAY'
  | 'CALENDAR_DAY'
  | 'WEEKEND'
  | 'HOLIDAY'
  | 'REGIONAL_HOLIDAY'
  | 'SUSPENDED';

/** One day between start and end of a period, with why it counts or not. */
export interface LedgerDay {
  readonly day: Day;
  readonly counts: boolean;
  /** How many days have been counted up to and with this one. */
  readonly counted: number;
  readonly reason: LedgerReason;
  /** The name of the holiday or the reason of the suspension, in Chinese; null for plain days. */
  readonly name: string | null;
}

/** A moment by which something must be done, and how it was found: all that is kept of it. Plain JSON. */
export interface KeptDeadline {
  /** The article or source that sets it (`行政许可法 42`). */
  readonly rule: string;
  readonly period: Period;
  /** What started it; the first day of the period is the day after it. */
  readonly startedAt: Instant;
  /** The end (24:00) of the last day, Asia/Shanghai. Null while a suspension still lasts that leaves days to count. */
  readonly dueAt: Instant | null;
  /** True when a day was used of a year whose holidays are not known yet: computed again once they are. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

/** A deadline with every day on the way: what `deadline` answers, and would answer again. */
export interface Deadline extends KeptDeadline {
  readonly ledger: readonly LedgerDay[];
}
