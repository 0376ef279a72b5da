import { catchAllMaterials } from './catch-all-material.ts';
import { missingElements } from './disclosure-completeness.ts';
import type { ItemContent } from './item-content.ts';
import type { ItemRejection } from './item.ts';
import { isLonger } from './time-limit.ts';

/** What stands against this content in an editor's hand, whatever the status. */
export function refusalToWrite(content: ItemContent): ItemRejection | undefined {
  if (promisesTooMuch(content)) return { code: 'CommittedLimitTooLong' };
  const materials = catchAllMaterials(content.requiredMaterials);
  if (materials.length > 0) return { code: 'CatchAllMaterial', materials };
  const fees = feesWithoutBasis(content);
  return fees.length > 0 ? { code: 'FeeWithoutBasis', fees } : undefined;
}

/** What stands against showing this content to the public (002:165). */
export function refusalToPublish(content: ItemContent): ItemRejection | undefined {
  const missing = missingElements(content);
  return missing.length > 0 ? { code: 'ElementsMissing', missing } : refusalToWrite(content);
}

/** 002:24: the promised limit is never longer than the law's. */
export function promisesTooMuch({ committedLimit, statutoryLimit }: ItemContent): boolean {
  return (
    committedLimit !== null && statutoryLimit !== null && isLonger(committedLimit, statutoryLimit)
  );
}

/** 行政许可法 58: a licence costs nothing unless a law or administrative regulation says so. */
export function feesWithoutBasis({ kind, fees }: ItemContent): readonly string[] {
  return kind === 'ADMIN_LICENCE'
    ? fees.filter(({ basis }) => (basis ?? '').trim() === '').map(({ name }) => name)
    : [];
}
