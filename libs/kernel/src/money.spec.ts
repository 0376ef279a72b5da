import fc from 'fast-check';
import {
  addMoney,
  compareMoney,
  lessMoney,
  NOTHING,
  parseMoney,
  timesMoney,
  type Money,
} from './money.ts';

const money = (text: string): Money => {
  const found = parseMoney(text);
  if (!found) throw new Error(`${text} is no amount`);
  return found;
};
const fenOf = (amount: Money) => BigInt(amount.yuan.replace('.', ''));

// Up to 15 digits before the point: the whole range that can be read.
const amounts = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n }).map((fen) => {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return money(`${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
});

describe('an amount is read', () => {
  it.each([
    ['12', '12.00'],
    ['12.5', '12.50'],
    ['12.50', '12.50'],
    ['0', '0.00'],
    ['0.01', '0.01'],
    ['-0.01', '-0.01'],
    ['-12.3', '-12.30'],
    ['007', '7.00'],
    ['999999999999999.99', '999999999999999.99'],
  ])('%j is %s', (text, yuan) => {
    expect(parseMoney(text)).toEqual({ yuan });
  });

  it.each(['-0', '-0.00', '0.0', '00'])('%j is nothing, without a sign', (text) => {
    expect(parseMoney(text)).toEqual(NOTHING);
  });

  it.each([
    ...['', ' ', '-', '.', '.5', '12.', '12.345', '1e3', '+1', '1,000', '12.5 ', ' 12', '--1'],
    ...['NaN', 'Infinity', '0x10', '１２', '12\n', '1000000000000000', '12.5元'],
  ])('%j is no amount', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });

  it('as it was written: two places, exact to the fen', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(amount.yuan).toMatch(/^-?(0|[1-9]\d*)\.\d{2}$/);
        expect(parseMoney(amount.yuan)).toEqual(amount);
      }),
    );
  });
});

describe('adding', () => {
  it('does not lose a fen where floating point does', () => {
    expect(addMoney(money('0.1'), money('0.2'))).toEqual({ yuan: '0.30' });
    expect(addMoney(money('90071992547409.93'), money('0.01'))).toEqual({
      yuan: '90071992547409.94',
    });
  });

  it('takes away what is negative', () => {
    expect(addMoney(money('10'), money('-10.01'))).toEqual({ yuan: '-0.01' });
    expect(addMoney(money('-0.05'), money('0.05'))).toEqual(NOTHING);
  });

  it('of no amounts is nothing', () => {
    expect(addMoney()).toEqual(NOTHING);
  });

  it('is that of whole fen, in any order and grouping', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (one, two, three) => {
        const sum = addMoney(one, two, three);
        expect(fenOf(sum)).toBe(fenOf(one) + fenOf(two) + fenOf(three));
        expect(addMoney(three, addMoney(two, one))).toEqual(sum);
        expect(addMoney(one, NOTHING)).toEqual(one);
      }),
    );
  });
});

describe('so many times, and what is left', () => {
  it('is that of whole fen', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 100_000 }), (one, two, count) => {
        expect(fenOf(timesMoney(one, count))).toBe(fenOf(one) * BigInt(count));
        expect(fenOf(lessMoney(one, two))).toBe(fenOf(one) - fenOf(two));
      }),
    );
  });
});

describe('comparing', () => {
  it('goes by value and not by text', () => {
    expect(compareMoney(money('9'), money('10'))).toBe(-1);
    expect(compareMoney(money('-9'), money('-10'))).toBe(1);
    expect(compareMoney(money('1'), money('1.00'))).toBe(0);
    expect(compareMoney(money('-0.01'), NOTHING)).toBe(-1);
  });

  it('orders as whole fen do', () => {
    fc.assert(
      fc.property(amounts, amounts, (one, two) => {
        const difference = fenOf(one) - fenOf(two);
        expect(Math.sign(compareMoney(one, two))).toBe(Math.sign(Number(difference)));
        expect(compareMoney(two, one)).toBe(0 - compareMoney(one, two));
      }),
    );
  });
});
