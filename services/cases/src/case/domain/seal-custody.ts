import type { CaseFile } from './case.ts';
import type { DecideCase } from './case-commands.ts';
import { used, type SealFact, type VersionUsed } from './facts.ts';

type Sealed =
  | { readonly ok: true; readonly seal: SealFact; readonly used: readonly VersionUsed[] }
  | {
      readonly ok: false;
      readonly refusal: {
        readonly code: 'SealNotInCustody';
        readonly seal: string;
        readonly because?: 'ChiefDecides';
      };
    };

/**
 * A decision bears the approval seal of the case's department, which a chief representative keeps (002:104, 002:108).
 * He decides everything under it. Who works at his window approves ordinary cases under it by a letter alone (002:37,
 * A23); `ChiefDecides` for what is left to the chief: a denial, a joint case, one that goes up, an urgent one, and one
 * that had a special procedure.
 */
export function sealedBy(
  { officer, outcome, seal, sealId, keeper }: DecideCase,
  state: CaseFile,
): Sealed {
  const refused = { code: 'SealNotInCustody', seal: sealId } as const;
  if (seal?.status !== 'IN_CUSTODY' || seal.department !== state.department) {
    return { ok: false, refusal: refused };
  }
  const { staff } = officer;
  if (seal.custodian === officer.id && (staff?.chiefRepresentativeOf ?? null) !== null) {
    return { ok: true, seal, used: [used('SEAL', seal)] };
  }
  const window = staff?.window ?? null;
  const isKeptAtHisWindow =
    window !== null &&
    keeper !== null &&
    keeper.id === seal.custodian &&
    keeper.chiefRepresentativeOf === window;
  if (!isKeptAtHisWindow) return { ok: false, refusal: refused };
  return outcome === 'APPROVED' && isOrdinary(state)
    ? { ok: true, seal, used: [used('SEAL', seal), used('STAFF', keeper)] }
    : { ok: false, refusal: { ...refused, because: 'ChiefDecides' } };
}

/** Handled at a window from end to end, without anything that the chief representative answers for. */
function isOrdinary({ kind, urgency, terms: { handlingMode }, specialTimes }: CaseFile): boolean {
  const isOfMany = handlingMode === 'JOINT' || handlingMode === 'REFERRED_UP';
  return !isOfMany && kind !== 'URGENT' && !urgency && specialTimes.length === 0;
}
