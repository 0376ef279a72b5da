import { z } from 'zod';
import { isRange, type TrustedProxies } from './caller-address.ts';
import { IN_HAND, type InHand } from './operations-in-hand.ts';
import { RATES, type Rate, type Rates } from './rate-kinds.ts';

const FORM = `must be "off", or "kind=points/seconds" separated by commas; the kinds are ${Object.keys(RATES).join(', ')}`;

const IN_HAND_FORM = `must be "off", or "kind=number" separated by commas; the kinds are ${Object.keys(IN_HAND).join(', ')}`;

/**
 * `{ rates?, inHand?, trusted, sharedUri? }`: how much callers may ask for; without `rates` and `inHand` nothing is
 * counted. What runs at once is not counted where rates are off, unless it is asked for.
 */
export const ratesEnvironment = z
  .object({
    RATE_LIMITS: z.string().default(''),
    RATE_LIMIT_MONGODB_URI: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/./, { error: 'must be an address that begins with mongodb://' })
      .optional(),
    OPERATIONS_IN_HAND: z.string().optional(),
    TRUST_PROXY: z.string().default('0'),
  })
  .transform((it, context) => {
    const rates = readRates(it.RATE_LIMITS);
    const inHand = readInHand(it.OPERATIONS_IN_HAND ?? (rates === 'OFF' ? 'off' : ''));
    const trusted = readTrusted(it.TRUST_PROXY);
    if (rates === 'MALFORMED') {
      context.addIssue({ code: 'custom', path: ['RATE_LIMITS'], message: FORM });
    }
    if (inHand === 'MALFORMED') {
      context.addIssue({ code: 'custom', path: ['OPERATIONS_IN_HAND'], message: IN_HAND_FORM });
    }
    if (trusted === undefined) {
      const message =
        'must be a number of proxies from 0 to 9, or their addresses as 10.0.0.0/8, separated by commas';
      context.addIssue({ code: 'custom', path: ['TRUST_PROXY'], message });
    }
    if (rates === 'MALFORMED' || inHand === 'MALFORMED' || trusted === undefined) return z.NEVER;
    const { RATE_LIMIT_MONGODB_URI: sharedUri } = it;
    return {
      trusted,
      ...(rates !== 'OFF' && { rates }),
      ...(inHand !== 'OFF' && { inHand }),
      ...(sharedUri !== undefined && { sharedUri }),
    };
  });

function readRates(text: string): Rates | 'MALFORMED' | 'OFF' {
  if (text.trim() === 'off') return 'OFF';
  const given = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part): [string, Rate] | undefined => {
      const [, kind = '', points, seconds] =
        /^\s*(\w+)=(\d{1,9})\/([1-9]\d{0,5})\s*$/.exec(part) ?? [];
      if (!Object.hasOwn(RATES, kind)) return undefined;
      return [kind, { points: Number(points), seconds: Number(seconds) }];
    });
  if (given.includes(undefined)) return 'MALFORMED';
  return { ...RATES, ...Object.fromEntries(given.filter((rate) => rate !== undefined)) };
}

function readInHand(text: string): InHand | 'MALFORMED' | 'OFF' {
  if (text.trim() === 'off') return 'OFF';
  const given = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part): [string, number] | undefined => {
      const [, kind = '', most] = /^\s*(\w+)=([1-9]\d{0,5})\s*$/.exec(part) ?? [];
      return Object.hasOwn(IN_HAND, kind) ? [kind, Number(most)] : undefined;
    });
  if (given.includes(undefined)) return 'MALFORMED';
  return { ...IN_HAND, ...Object.fromEntries(given.filter((one) => one !== undefined)) };
}

function readTrusted(text: string): TrustedProxies | undefined {
  if (/^\d$/.test(text.trim())) return { hops: Number(text) };
  const ranges = text.split(',').map((range) => range.trim());
  return ranges.every(isRange) ? { ranges } : undefined;
}
