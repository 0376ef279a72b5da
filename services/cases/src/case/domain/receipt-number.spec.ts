import { instant } from '@onewindow/kernel';
import { receiptNumber, receiptSeries } from './receipt-number.ts';

const series = receiptSeries('4501020001', instant('2026-09-18T01:00:00Z'));

describe('receipt numbers', () => {
  it('name the centre and the day in Shanghai', () => {
    expect(series).toBe('4501020001-20260918');
    expect(receiptSeries('X', instant('2026-09-18T16:00:00Z'))).toBe('X-20260919');
  });

  it('have five digits', () => {
    expect(receiptNumber({ series, serial: 1 })).toBe(`${series}-00001`);
    expect(receiptNumber({ series, serial: 10 })).toBe(`${series}-00010`);
  });

  it('grow by a digit on a day with more than 99,999 applications', () => {
    expect(receiptNumber({ series, serial: 100_000 })).toBe(`${series}-100000`);
  });
});
