import { catchAllMaterials } from './catch-all-material.ts';
import { feesWithoutBasis, promisesTooMuch } from './content-rules.ts';
import { faultyFees, feesOfTooLowRank } from './fee-standard.ts';
import type { ItemContent } from './item-content.ts';

export type ImportFlag =
  | 'CommittedLimitTooLong'
  | 'FeeWithoutBasis'
  | 'FeeStandardFaulty'
  | 'CatchAllMaterial'
  | 'KindAssumed';

/**
 * A higher platform's row is taken as far as the law lets it: a promise longer than the law's limit,
 * a licence's fee without basis and a standard that can't be right are left out. A catch-all material stays, because leaving it out
 * would change what is asked for; it is flagged, and stands in the way of publishing until mended.
 */
export function mendImported(content: ItemContent): {
  readonly content: ItemContent;
  readonly flags: readonly ImportFlag[];
} {
  const flags: ImportFlag[] = [];
  let mended = content;
  if (promisesTooMuch(content)) {
    flags.push('CommittedLimitTooLong');
    mended = { ...mended, committedLimit: null };
  }
  const low = new Set(feesOfTooLowRank(content));
  if (feesWithoutBasis(content).length > 0 || low.size > 0) {
    flags.push('FeeWithoutBasis');
    const based = mended.fees.filter(({ basis, name }) => !isBlank(basis) && !low.has(name));
    mended = { ...mended, fees: based };
  }
  const faulty = new Set(faultyFees(mended));
  if (faulty.size > 0) {
    flags.push('FeeStandardFaulty');
    mended = { ...mended, fees: mended.fees.filter(({ name }) => !faulty.has(name)) };
  }
  if (catchAllMaterials(content.requiredMaterials).length > 0) flags.push('CatchAllMaterial');
  return { content: mended, flags };
}

const isBlank = (text: string | null) => (text ?? '').trim() === '';
