import type { Day } from '@onewindow/calendar';
import { catchAllMaterials } from './catch-all-material.ts';
import { faultyFees, feesOfTooLowRank, feesWithoutHearing } from './fee-standard.ts';
import { missingElements, type DisclosureElement } from './disclosure-completeness.ts';
import type { ItemContent } from './item-content.ts';
import { isLonger } from './time-limit.ts';

/** What no editor may write, whatever the status. */
export type WritingRefusal =
  | { readonly code: 'CommittedLimitTooLong' }
  | { readonly code: 'CatchAllMaterial'; readonly materials: readonly string[] }
  | {
      readonly code: 'FeeWithoutBasis';
      readonly because?: 'Rank';
      readonly fees: readonly string[];
    }
  | { readonly code: 'FeeStandardFaulty'; readonly fees: readonly string[] };

/** What nobody may publish: the same, and a guide with gaps. */
export type PublishingRefusal =
  | WritingRefusal
  | { readonly code: 'ElementsMissing'; readonly missing: readonly DisclosureElement[] };

/** Why an editor may not write this content; undefined where he may. */
export function refusalToWrite(content: ItemContent): WritingRefusal | undefined {
  if (promisesTooMuch(content)) return { code: 'CommittedLimitTooLong' };
  const materials = catchAllMaterials(content.requiredMaterials);
  if (materials.length > 0) return { code: 'CatchAllMaterial', materials };
  const fees = feesWithoutBasis(content);
  if (fees.length > 0) return { code: 'FeeWithoutBasis', fees };
  const low = feesOfTooLowRank(content);
  if (low.length > 0) return { code: 'FeeWithoutBasis', because: 'Rank', fees: low };
  const faulty = faultyFees(content);
  return faulty.length > 0 ? { code: 'FeeStandardFaulty', fees: faulty } : undefined;
}

/** Why this content may not become public (002:165); undefined where it may. */
export function refusalToPublish(content: ItemContent): PublishingRefusal | undefined {
  const missing = missingElements(content);
  return missing.length > 0 ? { code: 'ElementsMissing', missing } : refusalToWrite(content);
}

/** Why what was confirmed may not become public on this day: its new and raised fees were not heard (003:41). */
export function refusalOfUnheardFees(after: ItemContent, before: ItemContent | null, day: Day) {
  const fees = feesWithoutHearing(after, before, day);
  return fees.length > 0 ? ({ code: 'FeeHearingMissing', fees } as const) : undefined;
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
