import {
  addMoney,
  compareMoney,
  lessMoney,
  NOTHING,
  officialCode,
  type Money,
} from '@onewindow/kernel';

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

/** One payment that came in or went out, in our books and on the statement; null where it is missing. */
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
  /** No line differs, and the sums don't: that two wrong ones sum up to nothing is no balance. */
  readonly balances: boolean;
}

/** Line by line, by the bank's reference and whether it came in or went out, in that order (002:105, S80). */
export function reconcile(
  bookings: readonly Booking[],
  statement: readonly StatementLine[],
): Reconciliation {
  const inBooks = byPayment(bookings);
  const onStatement = byPayment(statement);
  const payments = [...new Set([...inBooks.keys(), ...onStatement.keys()])].sort();
  const lines = payments.flatMap((payment) =>
    linesOf(inBooks.get(payment) ?? [], onStatement.get(payment) ?? []),
  );
  const booked = addMoney(...bookings.map(({ amount }) => amount));
  const stated = addMoney(...statement.map(({ amount }) => amount));
  return {
    ...{ lines, booked, stated, difference: lessMoney(stated, booked) },
    balances: balances({ booked, stated, faults: faultsOf(lines) }),
  };
}

/** Every line agrees, and so do the sums. */
export const balances = (found: Pick<Reconciliation, 'booked' | 'stated'> & { faults: number }) =>
  found.faults === 0 && compareMoney(found.booked, found.stated) === 0;

export const faultsOf = (lines: readonly ReconciledLine[]): number =>
  lines.filter(({ fault }) => fault !== null).length;

/** What names a payment: its reference as it is compared, and whether it came in or went out. */
export const paymentOf = ({ reference, amount }: StatementLine): string =>
  `${officialCode(reference)} ${compareMoney(amount, NOTHING) < 0 ? 'out' : 'in'}`;

/** No line is dropped where several are of one name, as older bills may be: the smallest amount comes first. */
function byPayment<Line extends StatementLine>(given: readonly Line[]) {
  const sorted = [...given].sort((left, right) => compareMoney(left.amount, right.amount));
  const found = new Map<string, readonly Line[]>();
  for (const line of sorted) {
    const payment = paymentOf(line);
    found.set(payment, [...(found.get(payment) ?? []), line]);
  }
  return found;
}

function linesOf(bookings: readonly Booking[], statement: readonly StatementLine[]) {
  const longer = bookings.length > statement.length ? bookings : statement;
  return longer.map(({ reference }, at) => lineOf(reference, bookings[at], statement[at]));
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
    ...{
      reference: booking?.reference ?? reference,
      bill: booking?.bill ?? null,
      booked,
      stated,
      difference,
    },
    fault: faultOf(booked, stated),
  };
}

function faultOf(booked: Money | null, stated: Money | null): FeeDayFault | null {
  if (stated === null) return 'NOT_ON_STATEMENT';
  if (booked === null) return 'NOT_IN_BOOKS';
  return compareMoney(booked, stated) === 0 ? null : 'AMOUNT_DIFFERS';
}
