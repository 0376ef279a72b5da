import type { Day } from '@onewindow/calendar';
import type { Instant, Money } from '@onewindow/kernel';
import type { Officer } from '../../case/domain/facts.ts';
import type { Booking, StatementLine } from './reconcile.ts';

export interface FeeDayOf {
  readonly region: string;
  readonly centre: string;
  readonly day: Day;
}

interface FeeDayFile extends FeeDayOf {
  readonly openedAt: Instant;
  /** The bank's, as it was given last; empty before. */
  readonly statement: readonly StatementLine[];
  readonly closing: Closing | null;
}
/** How it came out when it was closed last. */
export interface Closing {
  readonly by: string;
  readonly at: Instant;
  readonly booked: Money;
  readonly stated: Money;
  readonly faults: number;
  /** The bills that were found on the statement, each with what it says. */
  readonly matched: readonly string[];
}

/** 对账日: the fees of a centre's day, held against the statement of the special account. */
export type FeeDayState =
  | { readonly status: 'ABSENT' }
  | (FeeDayFile & { readonly status: 'OPEN' })
  | (FeeDayFile & { readonly status: 'DIFFERENT' | 'BALANCED'; readonly closing: Closing });

export interface OpenFeeDay extends FeeDayOf {
  readonly type: 'OpenFeeDay';
  readonly at: Instant;
  /** The centre's special account on that day, null where none was named. */
  readonly specialAccount: string | null;
}
export interface CloseFeeDay {
  readonly type: 'CloseFeeDay';
  readonly at: Instant;
  readonly officer: Officer;
  readonly statement: readonly StatementLine[];
  readonly bookings: readonly Booking[];
  /** Who has collected, deposited or given back any of that money. */
  readonly hands: readonly string[];
}
export type FeeDayCommand = OpenFeeDay | CloseFeeDay;

export interface FeeDayOpened extends FeeDayOf {
  readonly type: 'FeeDayOpened';
  readonly at: Instant;
}
export interface FeeDayClosed {
  readonly type: 'FeeDayClosed';
  readonly at: Instant;
  readonly statement: readonly StatementLine[];
  readonly closing: Closing;
}
export type FeeDayEvent = FeeDayOpened | FeeDayClosed;
