import { z } from 'zod';

/*
 * A variable's message goes on after its name: "PORT must be …". No message tells a value, as it
 * might be a secret.
 */
const missing = (meaning: string) => ({ error: `is missing: ${meaning}` });

/** A text that must be there. */
export const text = (meaning: string) => z.string(missing(meaning));

/** The address of something, with one of these protocols. */
export const address = (meaning: string, protocols: readonly string[]) =>
  text(meaning).refine((value) => protocols.some((it) => hasProtocol(value, it)), {
    error: `must be an address that begins with ${protocols.map((it) => `${it}//`).join(' or ')}`,
  });

/** A whole number between two others, `fallback` when it is not set. */
export const integer = (range: {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}) =>
  z
    .string()
    .default(String(range.fallback))
    .refine((value) => /^\d{1,15}$/.test(value) && isBetween(Number(value), range), {
      error: `must be a whole number from ${range.min} to ${range.max}`,
    })
    .transform(Number);

/** A whole number between two others, for what need not be set. */
export const wholeNumber = (range: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .refine((value) => /^\d{1,15}$/.test(value) && isBetween(Number(value), range), {
      error: `must be a whole number from ${range.min} to ${range.max}`,
    })
    .transform(Number);

/** A port, or 0 for any that is free. */
export const portNumber = wholeNumber({ min: 0, max: 65_535 });

/** A secret of at least 32 bytes: it has no default anywhere. */
export const secret = (meaning: string) =>
  text(meaning).refine((value) => Buffer.byteLength(value) >= 32, {
    error: 'must have at least 32 bytes',
  });

function hasProtocol(value: string, protocol: string): boolean {
  // A list of hosts, as replica sets have, is no URL by the standard.
  return value.startsWith(`${protocol}//`) && value.length > protocol.length + 2;
}

const isBetween = (value: number, { min, max }: { readonly min: number; readonly max: number }) =>
  value >= min && value <= max;
