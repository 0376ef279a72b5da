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

/** Whether the number is one of its kind: length, division, date and check digit. */
export function isIdentityNumber(
  { kind, identityNumber }: Pick<ApplicantDetails, 'kind' | 'identityNumber'>,
  acceptDemoNumbers: boolean,
): boolean {
  const number = identityNumber.trim().toUpperCase();
  if (acceptDemoNumbers && DEMO[kind].test(number)) return true;
  return (kind === 'NATURAL' ? ric : uscc).validate(number).isValid;
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
