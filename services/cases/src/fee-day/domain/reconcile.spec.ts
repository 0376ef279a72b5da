import fc from 'fast-check';
import { addMoney } from '@onewindow/kernel';
import { yuan } from '../../../test/a-fee-bill.ts';
import { reconcile } from './reconcile.ts';

const booking = (reference: string, amount: string) => ({
  ...{ bill: `bill-${reference}`, reference, amount: yuan(amount) },
});
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

  it('differ in sum by what their lines differ', () => {
    const amounts = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.integer({ min: 0, max: 9_999 }),
    );
    const ofFen = (fen: number) => (fen / 100).toFixed(2);
    fc.assert(
      fc.property(amounts, amounts, (ours, theirs) => {
        const { lines, difference } = reconcile(
          Object.entries(ours).map(([reference, fen]) => booking(reference, ofFen(fen))),
          Object.entries(theirs).map(([reference, fen]) => line(reference, ofFen(fen))),
        );
        expect(addMoney(...lines.map((one) => one.difference))).toEqual(difference);
      }),
    );
  });
});
