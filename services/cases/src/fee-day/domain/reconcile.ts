import { addMoney, compareMoney, lessMoney, NOTHING, type Money } from '@onewindow/kernel';

/** What our books say of a day: money of a bill that came to the special account, or, below nothing, went back from it. */
export interface Booking {
  readonly bill: string;
  readonly reference: string;
  readonly amount: Money;
}
/** A line of the bank's statement of that day; what was given back is below nothing. */
export interface StatementLine {
  readonly reference: string;
  readonly amount: Money;
}
export type FeeDayFault = 'NOT_ON_STATEMENT' | 'NOT_IN_BOOKS' | 'AMOUNT_DIFFERS';

/** One reference, in our books and on the statement; null where it is missing. */
export interface ReconciledLine {
  readonly reference: string;
  readonly bill: string | null;
  readonly booked: Money | null;
  readonly stated: Money | null;
  /** The statement less our books. */
  readonly difference: Money;
  readonly fault: FeeDayFault | null;
}
export interface Reconciliation {
  readonly lines: readonly ReconciledLine[];
  readonly booked: Money;
  readonly stated: Money;
  readonly difference: Money;
  /** No line differs: that two wrong ones sum up to nothing is no balance. */
  readonly balances: boolean;
}

/** Line by line, by the bank's reference, in the order of the references (002:105, S80). */
export function reconcile(
  bookings: readonly Booking[],
  statement: readonly StatementLine[],
): Reconciliation {
  const inBooks = new Map(bookings.map((booking) => [booking.reference, booking]));
  const onStatement = new Map(statement.map((line) => [line.reference, line]));
  const references = [...new Set([...inBooks.keys(), ...onStatement.keys()])].sort();
  const lines = references.map((reference) =>
    lineOf(reference, inBooks.get(reference), onStatement.get(reference)),
  );
  const booked = addMoney(...bookings.map(({ amount }) => amount));
  const stated = addMoney(...statement.map(({ amount }) => amount));
  return {
    ...{ lines, booked, stated, difference: lessMoney(stated, booked) },
    balances: lines.every(({ fault }) => fault === null),
  };
}

function lineOf(
  reference: string,
  booking: Booking | undefined,
  line: StatementLine | undefined,
): ReconciledLine {
  const booked = booking?.amount ?? null;
  const stated = line?.amount ?? null;
  const difference = lessMoney(stated ?? NOTHING, booked ?? NOTHING);
  return {
    ...{ reference, bill: booking?.bill ?? null, booked, stated, difference },
    fault: faultOf(booked, stated),
  };
}

function faultOf(booked: Money | null, stated: Money | null): FeeDayFault | null {
  if (stated === null) return 'NOT_ON_STATEMENT';
  if (booked === null) return 'NOT_IN_BOOKS';
  return compareMoney(booked, stated) === 0 ? null : 'AMOUNT_DIFFERS';
}
