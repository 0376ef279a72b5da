import { z } from 'zod';
import { text } from './variable.ts';

export interface Key {
  readonly id: string;
  readonly secret: string;
}
export type Keys = readonly [Key, ...Key[]];

const FORM = 'must be keys as "id:secret", separated by commas, the one that writes first';

/** `new:secret,old:secret`: two keys while one takes the other's place. `check` judges each secret. */
export const keys = (meaning: string, check = longEnough) =>
  text(meaning).transform((value, context): Keys => {
    const read = readKeys(value);
    const problem = read === undefined ? FORM : problemOf(read, check);
    if (read !== undefined && problem === undefined) return read;
    context.addIssue({ code: 'custom', message: problem ?? FORM });
    return z.NEVER;
  });

export interface SecretCheck {
  readonly isGood: (secret: string) => boolean;
  readonly demand: string;
}

const longEnough: SecretCheck = {
  isGood: (secret) => Buffer.byteLength(secret) >= 32,
  demand: 'must have secrets of at least 32 bytes',
};

export function readKeys(value: string): Keys | undefined {
  const [first, ...others] = value.split(',').map((part) => {
    const [, id, secret] = /^\s*([\w.-]+):(\S+)\s*$/.exec(part) ?? [];
    return id === undefined || secret === undefined ? undefined : { id, secret };
  });
  if (first === undefined || others.some((key) => key === undefined)) return undefined;
  return [first, ...others.filter((key) => key !== undefined)];
}

export function problemOf(read: Keys, check = longEnough): string | undefined {
  if (!read.every(({ secret }) => check.isGood(secret))) return check.demand;
  const ids = new Set(read.map(({ id }) => id));
  return ids.size === read.length ? undefined : 'must not have two keys of the same id';
}
