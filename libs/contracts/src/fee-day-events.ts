import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** A day of a centre's fees, held against the bank's statement. Amounts are yuan as text; single payments are not told. */
export const feeDaySnapshot = z.object({
  id: z.uuid(),
  status: z.enum(['OPEN', 'DIFFERENT', 'BALANCED']),
  region: z.uuid(),
  centre: z.uuid(),
  day: z.string(),
  /** What our books say came to the special account that day, less what was given back; null before it is closed. */
  booked: z.string().nullable(),
  /** What the statement says. */
  stated: z.string().nullable(),
  /** How many lines differ. */
  faults: z.int().nonnegative(),
});
export type FeeDaySnapshot = z.infer<typeof feeDaySnapshot>;

const ofFeeDay = (happened: string, words: { readonly en: string; readonly zh: string }) =>
  defineEvent({
    service: 'cases',
    aggregate: 'fee-day',
    happened,
    version: 1,
    schema: z.object({ happened: z.object({}), snapshot: feeDaySnapshot }),
    description: words,
  });

export const feeDayOpened = ofFeeDay('opened', {
  en: 'The books of a day of fees are open to be held against the statement.',
  zh: '对账日开账',
});
export const feeDayClosed = ofFeeDay('closed', {
  en: 'A day of fees was held against the bank’s statement: it balances, or differs in some lines.',
  zh: '对账日结账',
});

/** All that is told of a day of fees. */
export const feeDayEvents = { opened: feeDayOpened, closed: feeDayClosed } as const;
