import { dayOf } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { ReceiptPlace } from './case.ts';

const DIGITS = 5;

/** What all receipts of a centre on a day share: `4501020001-20260918`. Each series counts from 1. */
export function receiptSeries(centreCode: string, at: Instant): string {
  return `${centreCode}-${dayOf(at).replaceAll('-', '')}`;
}

/**
 * The number on the receipt: `4501020001-20260918-00001`. That nobody else takes the place in the series
 * is the unique index's business, not this function's.
 */
export function receiptNumber({ series, serial }: ReceiptPlace): string {
  return `${series}-${serial.toString().padStart(DIGITS, '0')}`;
}
