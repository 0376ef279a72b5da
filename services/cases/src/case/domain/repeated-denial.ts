import { comparableText } from '@onewindow/kernel';
import type { CaseFile, Denial } from './case.ts';

type Denied = Pick<CaseFile, 'denial' | 'earlierDenials'>;

/**
 * Whether a denial says again what the superior has held to be wrong of the same case (000:14): in the same reasons,
 * or on the same article and ground with the same situation. On another ground, or for new facts, it may be denied.
 */
export const repeatsOverturned = (
  denial: Pick<Denial, 'situation' | 'reasons' | 'rule' | 'ground'>,
  { denial: newest, earlierDenials = [] }: Denied,
): boolean =>
  [...earlierDenials, newest].some(
    (old) =>
      old?.overturned !== undefined &&
      (isSame(old.reasons, denial.reasons) ||
        (isSame(old.rule, denial.rule) &&
          old.ground === denial.ground &&
          isSame(old.situation, denial.situation))),
  );

/** The overturnings of the denials whose place the newest has taken, oldest first. */
export const earlierOverturnings = ({ earlierDenials = [] }: Denied) =>
  earlierDenials.map(({ overturned }) => overturned).filter((one) => one !== undefined);

/** Blanks and punctuation are no other reason. */
const isSame = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other);

const lettersOf = (text: string): string => comparableText(text).replace(/[^\p{L}\p{N}]/gu, '');
