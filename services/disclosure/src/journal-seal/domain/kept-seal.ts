import { accept, defineDecider, type Instant } from '@onewindow/kernel';

/** A seal as its service told it. */
export interface ToldSeal {
  /** The head of the seal before it. */
  readonly previous: string;
  readonly root: string;
  readonly size: number;
  readonly head: string;
  readonly madeAt: Instant;
  /** Whether root and head are those of its leaves and its fields. */
  readonly isSound: boolean;
}

/** What was told for one number of one service. What came first stays; what contradicts it is kept beside it. */
export interface KnownSeal {
  readonly status: 'KEPT' | 'CONTRADICTED';
  readonly service: string;
  readonly number: number;
  readonly keptAt: Instant;
  readonly seal: ToldSeal;
  readonly others: readonly ToldSeal[];
}
export type KeptSealState = { readonly status: 'ABSENT' } | KnownSeal;

interface KeepSeal {
  readonly type: 'KeepSeal';
  readonly at: Instant;
  readonly service: string;
  readonly number: number;
  readonly seal: ToldSeal;
}
interface SealKept {
  readonly type: 'SealKept';
  readonly at: Instant;
  readonly service: string;
  readonly number: number;
  readonly seal: ToldSeal;
}
interface SealContradicted {
  readonly type: 'SealContradicted';
  readonly at: Instant;
  readonly seal: ToldSeal;
}

/** Keeps seals of journals: the same one told again changes nothing, another one for the same number is added. */
export const keptSeal = defineDecider<KeptSealState, KeepSeal, SealKept | SealContradicted>()({
  initial: { status: 'ABSENT' },
  permitted: { ABSENT: ['KeepSeal'], KEPT: ['KeepSeal'], CONTRADICTED: ['KeepSeal'] },
  branches: {
    KeepSeal: ({ at, service, number, seal }, kept) => {
      if (kept.status === 'ABSENT') return accept({ type: 'SealKept', at, service, number, seal });
      return [kept.seal, ...kept.others].some((known) => isSame(known, seal))
        ? accept()
        : accept({ type: 'SealContradicted', at, seal });
    },
  },
  evolve: (state, event) => {
    if (event.type === 'SealKept') {
      const { service, number, seal, at: keptAt } = event;
      return { status: 'KEPT', service, number, keptAt, seal, others: [] };
    }
    return state.status === 'ABSENT'
      ? state
      : { ...state, status: 'CONTRADICTED', others: [...state.others, event.seal] };
  },
});

/** The moment is what the service says of it, and no part of what it sealed. */
const isSame = (one: ToldSeal, other: ToldSeal): boolean =>
  one.head === other.head &&
  one.root === other.root &&
  one.previous === other.previous &&
  one.size === other.size &&
  one.isSound === other.isSound;

export type Standing = 'HOLDS' | 'PREVIOUS_MISSING' | 'BROKEN' | 'CONTRADICTED';

/**
 * How a seal stands. `before`: the head that it must stand on, of the seal before as it was kept; null where that
 * one has not come.
 */
export function standingOf({ seal, others }: KnownSeal, before: string | null): Standing {
  if (others.length > 0) return 'CONTRADICTED';
  if (!seal.isSound) return 'BROKEN';
  if (before === null) return 'PREVIOUS_MISSING';
  return seal.previous === before ? 'HOLDS' : 'BROKEN';
}
