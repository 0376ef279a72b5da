import fc from 'fast-check';
import { addMoney } from '@onewindow/kernel';
import { yuan } from '../../../test/a-fee-bill.ts';
import { reconcile } from './reconcile.ts';

const booking = (reference: string, amount: string) => ({
  ...{ bill: `bill-${reference}`, reference, amount: yuan(amount) },
});
type Line = readonly [reference: string, fen: number];
/** All payments in one order, each as it is compared. */
const told = (lines: readonly Line[]) =>
  lines
    .map(([reference, fen]) => `${reference.toUpperCase()} ${fen.toString()}`)
    .sort()
    .join();
const line = (reference: string, amount: string) => ({ reference, amount: yuan(amount) });

describe('the books of a day against the statement (002:15)', () => {
  it('balance to the fen, whatever the order', () => {
    const bookings = [booking('B-1', '10.10'), booking('B-2', '0.20'), booking('R-1', '-0.10')];
    const statement = [line('R-1', '-0.10'), line('B-2', '0.20'), line('B-1', '10.10')];
    expect(reconcile(bookings, statement)).toMatchObject({
      balances: true,
      booked: yuan('10.20'),
      stated: yuan('10.20'),
      difference: yuan('0.00'),
    });
  });

  it('show where they do not: what is missing, what is too much, and what differs by a fen', () => {
    const bookings = [booking('B-1', '10.00'), booking('B-2', '5.00'), booking('B-3', '1.00')];
    const statement = [line('B-1', '10.01'), line('B-3', '1.00'), line('B-4', '7.00')];
    const { lines, difference, balances } = reconcile(bookings, statement);
    expect(lines.map(({ reference, fault }) => [reference, fault])).toEqual([
      ['B-1', 'AMOUNT_DIFFERS'],
      ['B-2', 'NOT_ON_STATEMENT'],
      ['B-3', null],
      ['B-4', 'NOT_IN_BOOKS'],
    ]);
    expect([difference, balances]).toEqual([yuan('2.01'), false]);
  });

  it('do not balance where two wrong lines sum up to nothing', () => {
    const bookings = [booking('B-1', '10.00'), booking('B-2', '5.00')];
    const statement = [line('B-1', '9.00'), line('B-2', '6.00')];
    expect(reconcile(bookings, statement)).toMatchObject({
      ...{ balances: false, difference: yuan('0.00') },
    });
  });

  it('hold a refund and a payment of one reference apart, so that neither hides the other', () => {
    const bookings = [booking('PX', '20.02'), booking('PY', '10.01'), booking('PY', '-20.02')];
    const short = reconcile(bookings, [line('PX', '20.02'), line('PY', '-20.02')]);
    expect(short).toMatchObject({ balances: false, difference: yuan('-10.01') });
    expect(short.lines.map(({ reference, booked, fault }) => [reference, booked, fault])).toEqual([
      ['PX', yuan('20.02'), null],
      ['PY', yuan('10.01'), 'NOT_ON_STATEMENT'],
      ['PY', yuan('-20.02'), null],
    ]);
    const whole = [line('PY', '-20.02'), line('PX', '20.02'), line('PY', '10.01')];
    expect(reconcile(bookings, whole)).toMatchObject({ balances: true, difference: yuan('0.00') });
  });

  it('are compared without case and width, and by nothing less', () => {
    expect(reconcile([booking('RISYM10', '1.00')], [line('ｒｉｓｙｍ10', '1.00')]).balances).toBe(
      true,
    );
    expect(reconcile([booking('RISYM10', '1.00')], [line('RISYM1', '1.00')]).balances).toBe(false);
  });

  it('lose no line and no fen, whatever references come twice', () => {
    const fen = fc.integer({ min: -300, max: 300 });
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'A', 'b', 'c'), fen), { maxLength: 8 });
    const ofFen = (amount: number) => (amount / 100).toFixed(2).replace('-0.00', '0.00');
    let balanced = 0;
    const holds = (ours: readonly Line[], theirs: readonly Line[]) => {
      const day = reconcile(
        ours.map(([reference, amount]) => booking(reference, ofFen(amount))),
        theirs.map(([reference, amount]) => line(reference, ofFen(amount))),
      );
      expect(addMoney(...day.lines.map((one) => one.difference))).toEqual(day.difference);
      expect(day.lines.filter(({ booked }) => booked)).toHaveLength(ours.length);
      expect(day.lines.filter(({ stated }) => stated)).toHaveLength(theirs.length);
      expect(day.balances).toBe(told(ours) === told(theirs));
      if (day.balances) balanced += 1;
    };
    fc.assert(fc.property(some, some, holds));
    fc.assert(
      fc.property(some, (ours) => {
        holds(ours, [...ours].reverse());
      }),
    );
    expect(balanced).toBeGreaterThanOrEqual(100);
  });
});
