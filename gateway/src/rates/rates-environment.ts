import { z } from 'zod';
import { isRange, type TrustedProxies } from './caller-address.ts';
import { RATES, type Rate, type Rates } from './rate-kinds.ts';

const FORM = `must be "off", or "kind=points/seconds" separated by commas; the kinds are ${Object.keys(RATES).join(', ')}`;

/** `{ rates?, trusted, sharedUri? }`: how much callers may ask for; without `rates` nothing is counted. */
export const ratesEnvironment = z
  .object({
    RATE_LIMITS: z.string().default(''),
    RATE_LIMIT_MONGODB_URI: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/./, { error: 'must be an address that begins with mongodb://' })
      .optional(),
    TRUST_PROXY: z.string().default('0'),
  })
  .transform((it, context) => {
    const rates = readRates(it.RATE_LIMITS);
    const trusted = readTrusted(it.TRUST_PROXY);
    if (rates === 'MALFORMED') {
      context.addIssue({ code: 'custom', path: ['RATE_LIMITS'], message: FORM });
    }
    if (trusted === undefined) {
      const message =
        'must be a number of proxies from 0 to 9, or their addresses as 10.0.0.0/8, separated by commas';
      context.addIssue({ code: 'custom', path: ['TRUST_PROXY'], message });
    }
    if (rates === 'MALFORMED' || trusted === undefined) return z.NEVER;
    const { RATE_LIMIT_MONGODB_URI: sharedUri } = it;
    return {
      trusted,
      ...(rates !== 'OFF' && { rates }),
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

function readTrusted(text: string): TrustedProxies | undefined {
  if (/^\d$/.test(text.trim())) return { hops: Number(text) };
  const ranges = text.split(',').map((range) => range.trim());
  return ranges.every(isRange) ? { ranges } : undefined;
}
