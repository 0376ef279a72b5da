import type { PersonalDataVault } from '@onewindow/persistence';

/** Without what is mistaken for another when read aloud: 0 O 1 I L U. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const KINDS = BigInt(LETTERS.length);

/**
 * The code of 49 bits that opens `caseProgress` together with the number on the receipt. It follows from
 * the case's id and this service's secret: kept nowhere, and the same when a repetition asks again.
 */
export function queryCodeOf(vault: Pick<PersonalDataVault, 'derive'>, caseId: string): string {
  let rest = BigInt(`0x${vault.derive('query code', caseId).toString('hex')}`);
  let code = '';
  while (code.length < LENGTH) {
    code += LETTERS.charAt(Number(rest % KINDS));
    rest /= KINDS;
  }
  return code;
}
