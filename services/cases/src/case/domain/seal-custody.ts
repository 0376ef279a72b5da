import type { Officer, SealFact } from './facts.ts';

/**
 * A decision bears the approval seal of the case's department, and who decides is the chief
 * representative in whose custody it is (002:104, 002:108; A23).
 */
export function keeps(
  seal: SealFact | null,
  officer: Officer,
  department: string,
): seal is SealFact {
  return (
    seal?.status === 'IN_CUSTODY' &&
    seal.department === department &&
    seal.custodian === officer.id &&
    officer.staff !== null &&
    officer.staff.chiefRepresentativeOf !== null
  );
}
