import { dayOf, parseDay, type Day } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
// Not the package itself: it loads every country's numbers, a fifth of this program's start.
import { ric, uscc } from 'stdnum/lib/cjs/cn/index.js';

/** Who applies, as given: personal data, which goes into the vault and nowhere else. */
export interface ApplicantDetails {
  readonly kind: 'NATURAL' | 'LEGAL';
  readonly name: string;
  readonly phone: string;
  /** ID number of a person, unified social credit code of an organisation. */
  readonly identityNumber: string;
  readonly address?: string | null | undefined;
}

/**
 * Demo numbers are invalid by design and can't be anybody's: no division begins with 99, and Z is not in
 * the alphabet of credit codes (GB 11643, GB 32100).
 */
const DEMO = { NATURAL: /^99\d{15}[\dX]$/, LEGAL: /^Z[0-9A-Z]{17}$/ } as const;

const FIRST_BIRTHDAY = '1900-01-01';

/** Whether the number is one of its kind: length, date of birth, check digit. `at` is the business clock's. */
export function isIdentityNumber(
  { kind, identityNumber }: Pick<ApplicantDetails, 'kind' | 'identityNumber'>,
  { acceptDemoNumbers, at }: { readonly acceptDemoNumbers: boolean; readonly at: Instant },
): boolean {
  const number = identityNumber.trim().toUpperCase();
  if (acceptDemoNumbers && DEMO[kind].test(number)) return true;
  return kind === 'NATURAL'
    ? ric.validate(number).isValid && isBirthday(number.slice(6, 14), dayOf(at))
    : uscc.validate(number).isValid;
}

/** A day of the calendar, not in the future, on which somebody who is alive can have been born. */
function isBirthday(digits: string, today: Day): boolean {
  const day = parseDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  return day !== undefined && day >= FIRST_BIRTHDAY && day <= today;
}

/** The fields as they are sealed; an absent one is not there. */
export function personalFields(
  applicant: ApplicantDetails,
  matter: string | null | undefined,
): Readonly<Record<string, string>> {
  const { name, phone, identityNumber, address } = applicant;
  return {
    identity: identityNumber.trim().toUpperCase(),
    name: name.trim(),
    phone: phone.trim(),
    ...(address != null && { address: address.trim() }),
    ...(matter != null && { matter: matter.trim() }),
  };
}
