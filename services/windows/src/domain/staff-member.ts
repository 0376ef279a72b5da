import type { Instant } from '@onewindow/kernel';

/** Ranks from low to high; a chief representative is of section level (股级) or above, which includes it (002:108, A40). */
export const RANKS = ['CLERK', 'SECTION_LEVEL', 'DIVISION_LEVEL', 'COUNTY_LEVEL'] as const;
export type RankLevel = (typeof RANKS)[number];

/** A member of the window staff (窗口工作人员). The name stands on the name plate (002:167) and is public. */
export interface StaffFacts {
  readonly name: string;
  readonly badgeNumber: string;
  readonly homeDepartment: string;
  readonly region: string;
  readonly rank: RankLevel;
  readonly formallyEmployed: boolean;
}

export type Posting =
  | { readonly status: 'NOT_POSTED' }
  | {
      readonly status: 'ON_POST';
      readonly centre: string;
      readonly window: string;
      readonly post: string;
      readonly since: Instant;
    }
  | {
      readonly status: 'CHIEF_REPRESENTATIVE';
      readonly centre: string;
      readonly window: string;
      readonly post: string;
      readonly since: Instant;
      /** The same window; a unique index on it keeps one chief representative per window (002:108). */
      readonly chiefOf: string;
    };

export type StaffState =
  | { readonly status: 'ABSENT' }
  | ({
      readonly status: Posting['status'];
      readonly id: string;
      readonly qualified: boolean;
      readonly posting: Posting;
    } & StaffFacts);

export type StaffCommand =
  | ({ readonly type: 'RegisterStaffMember'; readonly id: string } & StaffFacts)
  | { readonly type: 'RecordQualification'; readonly course: string }
  | {
      readonly type: 'PostStaffMember';
      readonly centre: string;
      readonly window: string;
      readonly post: string;
      /** Nobody is posted at a window that is closed. */
      readonly windowStatus: 'OPEN' | 'CLOSED';
      readonly at: Instant;
    }
  | { readonly type: 'WithdrawStaffMember'; readonly reason: string }
  | { readonly type: 'AppointChiefRepresentative' }
  | { readonly type: 'ReplaceChiefRepresentative'; readonly reason: string };

export type StaffEvent =
  | ({ readonly type: 'StaffMemberRegistered'; readonly id: string } & StaffFacts)
  | { readonly type: 'QualificationRecorded'; readonly course: string }
  | {
      readonly type: 'StaffMemberPosted';
      readonly centre: string;
      readonly window: string;
      readonly post: string;
      readonly at: Instant;
    }
  | { readonly type: 'StaffMemberWithdrawn'; readonly reason: string }
  | { readonly type: 'ChiefRepresentativeAppointed' }
  | { readonly type: 'ChiefRepresentativeReplaced'; readonly reason: string };
