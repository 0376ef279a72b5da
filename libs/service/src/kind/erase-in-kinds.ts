import { addYears, dayOf, type Day } from '@onewindow/calendar';
import { personOf } from '@onewindow/identity';
import type { ErasureOutcome } from '@onewindow/persistence';
import type { Caller } from '../command-meta.ts';
import type { GivenKind, JournalOf, KindTypes } from './define-kind.ts';

/** What is to be erased, and on what ground. */
export interface WantedErasure {
  readonly id: string;
  /** A code of the SDL's `ErasureReason`. */
  readonly reason: string;
  readonly legalBasis: string;
  readonly decision?: string;
}

/** Why a record's texts stay, beside what the journal says. */
export type ErasureRefusal =
  | { readonly code: 'NotFound'; readonly id: string }
  | { readonly code: 'RetentionNotOver'; readonly keptUntil: Day };

interface Erasable extends Pick<GivenKind<KindTypes>, 'type' | 'keptForYears' | 'sees'> {
  readonly journal: JournalOf<KindTypes>;
}

/**
 * Erases all texts of the one record that has this id, of whichever kind has texts to erase. Sight and the period for
 * which it must be kept are asked inside the write, of what was loaded for it. A named decision ends the period.
 */
export async function eraseInKinds(
  kinds: readonly Erasable[],
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
  { id, decision, ...why }: WantedErasure,
): Promise<ErasureOutcome<ErasureRefusal>> {
  for (const { type, keptForYears, sees, journal } of kinds) {
    if (type.detachable === undefined) continue;
    const outcome = await journal.eraseTexts<ErasureRefusal>({
      ...{ id, ...why, at, by: personOf(viewer).id },
      ...(decision !== undefined && { decision }),
      admit: async (loaded, lastAt) => {
        if (!(await sees(viewer, loaded))) return { code: 'NotFound', id };
        const keptUntil = addYears(dayOf(lastAt), keptForYears);
        return decision !== undefined || dayOf(at) > keptUntil
          ? null
          : { code: 'RetentionNotOver', keptUntil };
      },
    });
    if (outcome.ok || outcome.rejection.code !== 'NotFound') return outcome;
  }
  return { ok: false, rejection: { code: 'NotFound', id } };
}
