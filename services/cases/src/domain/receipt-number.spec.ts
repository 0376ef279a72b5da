import { instant } from '@onewindow/kernel';
import { nextReceiptNumber, receiptPrefix } from './receipt-number.ts';

const prefix = receiptPrefix('4501020001', instant('2026-09-18T01:00:00Z'));

describe('receipt numbers', () => {
  it('name the centre and the day in Shanghai', () => {
    expect(prefix).toBe('4501020001-20260918-');
    expect(receiptPrefix('X', instant('2026-09-18T16:00:00Z'))).toBe('X-20260919-');
  });

  it('begin with one each day', () => {
    expect(nextReceiptNumber(prefix, null)).toBe(`${prefix}00001`);
    expect(nextReceiptNumber(prefix, '4501020001-20260917-00044')).toBe(`${prefix}00001`);
  });

  it('go on after the highest', () => {
    expect(nextReceiptNumber(prefix, `${prefix}00009`)).toBe(`${prefix}00010`);
  });

  it('do not wrap after the last of five digits', () => {
    expect(nextReceiptNumber(prefix, `${prefix}99999`)).toBe(`${prefix}100000`);
  });
});
