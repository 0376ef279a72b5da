import type { Day } from '@onewindow/calendar';
import { compareMoney, NOTHING, type Money } from '@onewindow/kernel';
import type { FeePolicy, FeeStandard, ItemContent, ItemKind } from './item-content.ts';

/** By what a licence may charge (行政许可法 58): anything below a regulation of the State Council is no basis. */
const ALLOWS_A_LICENCE_FEE: readonly string[] = ['LAW', 'ADMINISTRATIVE_REGULATION'];

const differs = (one: Money | null, other: Money | null) =>
  one !== null && other !== null && compareMoney(one, other) !== 0;
const isBlank = (text: string | null | undefined) => (text ?? '').trim() === '';

/** The lower and the upper limit; a fixed amount is both. Null where nobody has told. */
export function limitsOf({ amount, min, max }: FeeStandard): {
  readonly min: Money | null;
  readonly max: Money | null;
} {
  return { min: min ?? amount ?? max ?? null, max: max ?? amount ?? min ?? null };
}

/**
 * What may be done by a standard. What nobody has said is read from the rest: without a basis, without an amount, and
 * for a licence without the rank of its basis, the line of policy is unclear, and what is unclear is not charged (003:10
 * 政策界限不明的费不收).
 */
export function policyOf(fee: FeeStandard, kind: ItemKind): FeePolicy {
  if (fee.policy === 'FORBIDDEN') return 'FORBIDDEN';
  const isUnclear =
    isBlank(fee.basis) ||
    limitsOf(fee).min === null ||
    (kind === 'ADMIN_LICENCE' && !ALLOWS_A_LICENCE_FEE.includes(fee.basisRank ?? ''));
  return isUnclear ? 'UNCLEAR' : (fee.policy ?? 'CHARGE');
}

/**
 * What is charged for one unit (003:10): the lower limit, always; the reduced amount where less may be taken; nothing
 * where it may be left out, is forbidden or unclear.
 */
export function chargeOf(fee: FeeStandard, kind: ItemKind): Money {
  const lowest = limitsOf(fee).min ?? NOTHING;
  switch (policyOf(fee, kind)) {
    case 'CHARGE':
      return lowest;
    case 'MAY_REDUCE':
      return fee.reduced ?? lowest;
    default:
      return NOTHING;
  }
}

/** Licences' fees with a basis that is too low in rank to allow one (行政许可法 58). Who says no rank is not here. */
export function feesOfTooLowRank({ kind, fees }: ItemContent): readonly string[] {
  if (kind !== 'ADMIN_LICENCE') return [];
  return fees
    .filter(({ basisRank }) => basisRank != null && !ALLOWS_A_LICENCE_FEE.includes(basisRank))
    .map(({ name }) => name);
}

/** No standard is older than the republic, and none is set for longer than a century. */
const isOfNoStandard = (day: Day | null | undefined): boolean =>
  day != null && (day < '1949-10-01' || day > '2126-12-31');

/** Fees whose amounts or dates can't be right: below nothing, a lower limit above the upper one, two of one name, an end first. */
export function faultyFees({ fees }: ItemContent): readonly string[] {
  const isFaulty = (fee: FeeStandard, index: number) => {
    const { min, max } = limitsOf(fee);
    const amounts = [fee.amount, fee.min, fee.max, fee.reduced].filter((one) => one != null);
    return (
      amounts.some((one) => compareMoney(one, NOTHING) < 0) ||
      (min !== null && max !== null && compareMoney(min, max) > 0) ||
      (fee.amount !== null && [min, max].some((one) => differs(one, fee.amount))) ||
      (fee.reduced != null && (min === null || compareMoney(fee.reduced, min) > 0)) ||
      (fee.inForceFrom != null && fee.inForceUntil != null && fee.inForceUntil < fee.inForceFrom) ||
      [fee.inForceFrom, fee.inForceUntil, fee.hearingHeldOn].some(isOfNoStandard) ||
      fees.findIndex(({ name }) => name === fee.name) !== index
    );
  };
  return fees.filter(isFaulty).map(({ name }) => name);
}

/**
 * Fees that become public on this day without the hearing that they need: who is new or raised is heard first (003:41,
 * only those: windows-items.md 8.7). Each raise has a hearing of its own. `before` is what the public reads now, null
 * for a first publication: then new is what comes into force on this day or later, since what was charged before is
 * only written down.
 */
export function feesWithoutHearing(
  after: ItemContent,
  before: ItemContent | null,
  day: Day,
): readonly string[] {
  const needsHearing = (fee: FeeStandard) => {
    const now = chargeOf(fee, after.kind);
    if (before === null) {
      const isNew = fee.inForceFrom != null && fee.inForceFrom >= day;
      return isNew && compareMoney(now, NOTHING) > 0;
    }
    const earlier = before.fees.find(({ name }) => name === fee.name);
    const was = earlier ? chargeOf(earlier, before.kind) : NOTHING;
    const [ceiling, ceilingWas] = [fee, earlier].map((one) => one && limitsOf(one).max);
    const isCeilingRaised =
      ceiling != null && ceilingWas != null && compareMoney(ceiling, ceilingWas) > 0;
    return compareMoney(now, was) > 0 || isCeilingRaised;
  };
  const isHeard = ({ name, hearingDocument, hearingHeldOn }: FeeStandard) => {
    const earlier = before?.fees.find((one) => one.name === name);
    return (
      !isBlank(hearingDocument) &&
      hearingHeldOn != null &&
      hearingHeldOn <= day &&
      hearingDocument !== earlier?.hearingDocument
    );
  };
  return after.fees.filter((fee) => needsHearing(fee) && !isHeard(fee)).map(({ name }) => name);
}
