import type { Instant } from '@onewindow/kernel';

/** Ranks from low to high; a chief representative is of section level (股级) or above, which includes it (002:108, A40). */
export const RANKS = ['CLERK', 'SECTION_LEVEL', 'DIVISION_LEVEL', 'COUNTY_LEVEL'] as const;
export type RankLevel = (typeof RANKS)[number];

/** A member of the window staff (窗口工作人员). The name stands on the name plate (002:167) and is public. */
export interface StaffFacts {
  readonly id: string;
  readonly name: string;
  readonly badgeNumber: string;
  readonly homeDepartment: string;
  readonly region: string;
  readonly rank: RankLevel;
  readonly formallyEmployed: boolean;
}

/** Where somebody is on post. */
export interface Post {
  readonly centre: string;
  readonly window: string;
  readonly post: string;
}

export type Posting =
  | { readonly status: 'NOT_POSTED' }
  | ({ readonly status: 'ON_POST'; readonly since: Instant } & Post)
  | ({
      readonly status: 'CHIEF_REPRESENTATIVE';
      readonly since: Instant;
      /** The same window; a unique index on it keeps one chief representative per window (002:108). */
      readonly chiefOf: string;
    } & Post);

/** The status is that of the posting. */
export type RegisteredStaff = {
  readonly [Status in Posting['status']]: StaffFacts & {
    readonly status: Status;
    readonly qualified: boolean;
    readonly posting: Extract<Posting, { readonly status: Status }>;
  };
}[Posting['status']];
export type StaffState = { readonly status: 'ABSENT' } | RegisteredStaff;

export type StaffCommand =
  | ({ readonly type: 'RegisterStaffMember' } & StaffFacts)
  | { readonly type: 'RecordQualification'; readonly course: string }
  | ({
      readonly type: 'PostStaffMember';
      /** Nobody is posted at a window that is closed. */
      readonly windowStatus: 'OPEN' | 'CLOSED';
      readonly at: Instant;
    } & Post)
  | { readonly type: 'WithdrawStaffMember'; readonly reason: string }
  | { readonly type: 'AppointChiefRepresentative' }
  | { readonly type: 'ReplaceChiefRepresentative'; readonly reason: string };

export type StaffEvent =
  | ({ readonly type: 'StaffMemberRegistered' } & StaffFacts)
  | { readonly type: 'QualificationRecorded'; readonly course: string }
  | ({ readonly type: 'StaffMemberPosted'; readonly at: Instant } & Post)
  | { readonly type: 'StaffMemberWithdrawn'; readonly reason: string }
  | { readonly type: 'ChiefRepresentativeAppointed' }
  | { readonly type: 'ChiefRepresentativeReplaced'; readonly reason: string };
