import { catchAllMaterials } from './catch-all-material.ts';
import { feesWithoutBasis, promisesTooMuch } from './content-rules.ts';
import type { ItemContent } from './item-content.ts';

export type ImportFlag =
  'CommittedLimitTooLong' | 'FeeWithoutBasis' | 'CatchAllMaterial' | 'KindAssumed';

/**
 * A higher platform's row is taken as far as the law lets it: a promise longer than the law's limit
 * and a licence's fee without basis are left out. A catch-all material stays, because leaving it out
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
  const baseless = new Set(feesWithoutBasis(content));
  if (baseless.size > 0) {
    flags.push('FeeWithoutBasis');
    mended = { ...mended, fees: mended.fees.filter(({ basis }) => (basis ?? '').trim() !== '') };
  }
  if (catchAllMaterials(content.requiredMaterials).length > 0) flags.push('CatchAllMaterial');
  return { content: mended, flags };
}
