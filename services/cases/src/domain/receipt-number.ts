import { dayOf } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';

const DIGITS = 5;

/** The part that all receipts of a centre on a day share: `4501020001-20260918-`. */
export function receiptPrefix(centreCode: string, at: Instant): string {
  return `${centreCode}-${dayOf(at).replaceAll('-', '')}-`;
}

/**
 * The number after the highest one given so far: `4501020001-20260918-00001` for the first of a day.
 * That nobody else takes it at the same time is the unique index's business, not this function's.
 */
export function nextReceiptNumber(prefix: string, highest: string | null): string {
  const last = highest?.startsWith(prefix) === true ? Number(highest.slice(prefix.length)) : 0;
  return `${prefix}${(last + 1).toString().padStart(DIGITS, '0')}`;
}
