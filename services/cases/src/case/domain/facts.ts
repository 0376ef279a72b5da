import type { Instant } from '@onewindow/kernel';
import type { Period } from '@onewindow/calendar';

/** What this service knows of another's thing, from its replica, and as of which version. */
export interface Known {
  readonly id: string;
  readonly version: number;
}

export interface MaterialRef {
  readonly id: string;
  readonly name: string;
}

/** A fee standard of an item, as its events tell it. Amounts are yuan as decimal text with two places. */
export interface FeeTerm {
  readonly name: string;
  readonly unit: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly policy: 'CHARGE' | 'MAY_REDUCE' | 'MAY_EXEMPT' | 'FORBIDDEN' | 'UNCLEAR';
  /** For one unit: the lower limit, the reduced amount, or nothing (003:10). */
  readonly charge: string;
  readonly basis: string | null;
  readonly document: string | null;
  /** Days of Asia/Shanghai, both counted in. */
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
}

export interface ItemFact extends Known {
  /** Absent in rows from before it was kept. */
  readonly name?: string;
  readonly region: string;
  readonly department: string;
  readonly centre: string | null;
  readonly kind: string;
  readonly handlingMode: 'IMMEDIATE' | 'COMMITTED' | 'JOINT' | 'REFERRED_UP' | null;
  readonly status: string;
  readonly revision: number;
  readonly statutoryLimit: Period | null;
  readonly committedLimit: Period | null;
  /** Absent in what was told before fees were. */
  readonly fees?: readonly FeeTerm[];
  readonly materials: readonly (MaterialRef & {
    readonly need: 'NECESSARY' | 'NOT_NECESSARY' | 'MAY_FOLLOW';
  })[];
  /** Its special procedures, each with its own limit (行政许可法 45). Absent in rows from before they were kept. */
  readonly specialProcedures?: readonly ItemProcedure[];
}

/** A special procedure that an item has: `HEARING`, `SITE_SURVEY` … as items name them; limit null where none is told. */
export interface ItemProcedure {
  readonly kind: string;
  readonly limit: Period | null;
}

export interface StaffFact extends Known {
  readonly homeDepartment: string;
  readonly centre: string | null;
  readonly window: string | null;
  readonly onPost: boolean;
  readonly chiefRepresentativeOf: string | null;
}

export type Power = 'ACCEPT' | 'HANDLE' | 'DECIDE' | 'ISSUE';

export interface LetterFact extends Known {
  readonly department: string;
  readonly delegate: string;
  readonly items: readonly string[];
  readonly powers: readonly Power[];
  readonly validFrom: Instant;
  readonly validUntil: Instant | null;
  readonly status: 'ACTIVE' | 'REVOKED';
}

export interface SealFact extends Known {
  readonly department: string;
  readonly custodian: string | null;
  readonly status: 'IN_CUSTODY' | 'REGISTERED' | 'DESTROYED';
}

/** A supervisor's decision that somebody is kept away from a case. */
export interface ExclusionFact {
  readonly decidedBy: string;
  readonly until: Instant;
}

/** Who acts for the centre: what the replicas say of him, null when they know nobody by that id. */
export interface Officer {
  readonly id: string;
  readonly staff: StaffFact | null;
  readonly letters: readonly LetterFact[];
  /** A supervisor keeps him away from this case (X24), until then; null when nobody does. */
  readonly excluded: ExclusionFact | null;
}

/** Which version of which replica a decision was made on: kept in the entry. */
export interface VersionUsed {
  readonly of: 'ITEM' | 'STAFF' | 'LETTER' | 'SEAL';
  readonly id: string;
  readonly version: number;
}

export function used(of: VersionUsed['of'], { id, version }: Known): VersionUsed {
  return { of, id, version };
}
