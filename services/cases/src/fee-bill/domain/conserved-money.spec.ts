import { addMoney, compareMoney, lessMoney, NOTHING, type Money } from '@onewindow/kernel';
import fc from 'fast-check';
import { aStandard, clerk, feeCommands, yuan } from '../../../test/a-fee-bill.ts';
import { booksOf } from '../../fee-day/domain/books-of-a-day.ts';
import { reconcile, type StatementLine } from '../../fee-day/domain/reconcile.ts';
import { FEE_BILL_PERMITTED, feeBillLifecycle } from './fee-bill-lifecycle.ts';
import type { FeeBill, FeeBillCommand, FeeBillEvent, FeeBillState } from './fee-bill.ts';

/** Where money can be. A step that is told moves so much from one place to another, and the sum stays. */
type Place = 'payers' | 'bankWindow' | 'specialAccount';
const BILLS = 6;
const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'];

const types = Object.keys(feeCommands) as FeeBillCommand['type'][];
const step = fc.record({
  bill: fc.nat(BILLS - 1),
  pick: fc
    .nat(249)
    .map((one) => one * 4)
    .chain((one) => fc.constantFrom(one, one + 1, one + 2)),
  /** One in ten is a command that the status does not permit. */
  isPermitted: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
  who: fc.constantFrom(...PEOPLE),
  fen: fc.integer({ min: -50, max: 3000 }),
  isExact: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
  /** One in five carries a reference of another bill, or its own of another step, in some spelling. */
  other: fc.option(fc.tuple(fc.constantFrom('RecordPayment', 'refundbill'), fc.nat(BILLS - 1)), {
    ...{ freq: 4 },
  }),
  passes: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const ofFen = (fen: number): Money => {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return yuan(`${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
};

/** A command of this kind by somebody, often with the right amount, sometimes with another. */
function commandOf(one: Step, state: FeeBillState): FeeBillCommand {
  const { pick, isPermitted, who, fen, isExact, passes } = one;
  const permitted = FEE_BILL_PERMITTED[state.status];
  const among = isPermitted && permitted.length > 0 ? permitted : types;
  // The first one that is permitted leads on.
  const type = among[pick % 4 === 0 ? (pick / 4) % among.length : 0] ?? 'IssueBill';
  const officer = clerk(who);
  const payable = isExact && state.status !== 'ABSENT' ? state.payable : ofFen(fen);
  const standards = [aStandard({ charge: ofFen(Math.abs(fen)).yuan })];
  const lines = [{ standard: '工本费', quantity: 1 + (Math.abs(fen) % 3), amount: null }];
  const changes = {
    ...{ officer, by: who, standards, lines, amount: payable, payable: ofFen(fen) },
    ...{ asked: ofFen(fen), passed: passes, supports: passes },
  };
  const plain = feeCommands[type];
  // References are the bank's, and its own for each bill, unless a window takes another's.
  const [of, whose] = one.other ?? [type, one.bill];
  const reference = `${of}-${whose.toString()}`;
  const own = Object.entries({ ...changes, bankReference: reference }).filter(
    ([field]) => field in plain,
  );
  return { ...plain, ...Object.fromEntries(own) };
}

/** How an event moves money: from where to where. */
function moved(event: FeeBillEvent, before: FeeBillState): readonly [Place, Place] | null {
  switch (event.type) {
    case 'FeeCollected':
      return ['payers', 'bankWindow'];
    case 'FeeDeposited':
      return ['bankWindow', 'specialAccount'];
    case 'FeeRefunded':
      return [
        before.status !== 'ABSENT' && before.deposit ? 'specialAccount' : 'bankWindow',
        'payers',
      ];
    default:
      return null;
  }
}

/** What the bank writes: its own account of what came to the special account and went from it. */
function onStatement(event: FeeBillEvent, before: FeeBill): readonly StatementLine[] {
  if (event.type === 'FeeDeposited')
    return [{ reference: before.bankReference ?? '', amount: before.payable }];
  return event.type === 'FeeRefunded' && before.deposit
    ? [{ reference: event.bankReference, amount: lessMoney(NOTHING, before.payable) }]
    : [];
}

function bookingsIn(bills: readonly FeeBillState[]) {
  const made = bills.flatMap((bill, index) =>
    bill.status === 'ABSENT' ? [] : [{ ...bill, id: `bill-${index.toString()}` }],
  );
  const came = made.filter(({ depositDay }) => depositDay !== undefined);
  return booksOf(
    came,
    made.filter(({ refundDay }) => refundDay !== undefined),
  ).bookings;
}

const referencesOf = (bill: FeeBillState) =>
  bill.status === 'ABSENT' ? [] : (bill.bankReferences ?? []);

/** What the bills themselves say is at a place now. */
const saidOf = (bills: readonly FeeBillState[], place: Place): Money =>
  addMoney(
    ...bills.flatMap((bill) => {
      if (bill.status === 'ABSENT' || !bill.payment || bill.refund) return [];
      return (bill.deposit ? 'specialAccount' : 'bankWindow') === place ? [bill.payable] : [];
    }),
  );

it('is conserved to the fen, whatever is done with many bills in any order', () => {
  let refunds = 0;
  let taken = 0;
  let deposits = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 80, maxLength: 160 }), (steps) => {
      const bills: FeeBillState[] = Array.from({ length: BILLS }, () => feeBillLifecycle.initial);
      const held: Record<Place, Money> = {
        payers: NOTHING,
        bankWindow: NOTHING,
        specialAccount: NOTHING,
      };
      const statement: StatementLine[] = [];
      for (const one of steps) {
        const before = bills[one.bill] ?? feeBillLifecycle.initial;
        const decision = feeBillLifecycle.decide(commandOf(one, before), before);
        if (!decision.accepted) continue;
        // As the unique index does it.
        const after = decision.events.reduce<FeeBillState>(feeBillLifecycle.evolve, before);
        const others = bills.filter((_, index) => index !== one.bill).flatMap(referencesOf);
        if (referencesOf(after).some((reference) => others.includes(reference))) {
          taken += 1;
          continue;
        }
        for (const event of decision.events) {
          const state = bills[one.bill] ?? feeBillLifecycle.initial;
          const way = moved(event, state);
          bills[one.bill] = feeBillLifecycle.evolve(state, event);
          if (!way || state.status === 'ABSENT') continue;
          const [from, to] = way;
          held[from] = lessMoney(held[from], state.payable);
          held[to] = addMoney(held[to], state.payable);
          statement.push(...onStatement(event, state));
          if (event.type === 'FeeRefunded') refunds += 1;
          if (event.type === 'FeeDeposited') deposits += 1;
        }
        // Nothing comes from nowhere and nothing is lost.
        expect(addMoney(held.payers, held.bankWindow, held.specialAccount)).toEqual(NOTHING);
        expect(saidOf(bills, 'bankWindow')).toEqual(held.bankWindow);
        expect(saidOf(bills, 'specialAccount')).toEqual(held.specialAccount);
        // The day's books agree with what the bank has seen, line by line and in sum.
        const books = bookingsIn(bills);
        const day = reconcile(books, statement);
        expect([day.balances, day.booked]).toEqual([true, held.specialAccount]);
        expect(day.lines).toHaveLength(books.length);
        // A payment that the bank did not see is a fault.
        if (statement.length > 0)
          expect(reconcile(books, statement.slice(0, -1)).balances).toBe(false);
        expect(bills.every((bill) => bill.status === 'ABSENT' || isPossible(bill))).toBe(true);
      }
    }),
    { numRuns: 200, seed: 20260918 },
  );
  // The sequences get that far: else nothing was shown.
  expect(deposits).toBeGreaterThan(50);
  expect(refunds).toBeGreaterThan(20);
  expect(taken).toBeGreaterThan(20);
});

/** No bill is paid below nothing or above its total, and nobody has had it in hand twice. */
function isPossible(bill: FeeBill): boolean {
  const { total, payable, billed, invoice, payment, deposit, relief } = bill;
  const hands = [billed, invoice, payment, deposit, relief?.outcome].flatMap((taken) =>
    taken ? [taken.by] : [],
  );
  return (
    compareMoney(payable, NOTHING) >= 0 &&
    compareMoney(payable, total) <= 0 &&
    new Set(hands).size === hands.length
  );
}
