import {
  chiefRepresentativeAppointed,
  chiefRepresentativeReplaced,
  staffPosted,
  staffRegistered,
  staffWithdrawn,
  type StaffSnapshot,
} from '@onewindow/contracts';
import { MOST_RANGES } from '@onewindow/persistence';
import {
  defineKind,
  everybody,
  everything,
  type JournalOf,
  type TypesOf,
  type View,
} from '@onewindow/service';
import type { StaffState } from './domain/staff-member.ts';
import { staffPosting } from './domain/staff-posting.ts';

/** What is stored, told and seen of a member of staff: of the name plate and the posting, see `who-sees-staff`. */
export const staffMemberKind = defineKind({
  kind: 'staff-member',
  collection: 'staffMembers',
  stateVersion: 1,
  decider: staffPosting,
  belonging: ({ region, homeDepartment, posting }) => ({
    region,
    department: homeDepartment,
    ...(posting.status !== 'NOT_POSTED' && { centre: posting.centre }),
  }),
  detachable: { StaffMemberWithdrawn: ['reason'], ChiefRepresentativeReplaced: ['reason'] },
  events: {
    StaffMemberRegistered: staffRegistered,
    // The training record stays in this house; that somebody may be posted shows when he is.
    QualificationRecorded: null,
    StaffMemberPosted: staffPosted,
    StaffMemberWithdrawn: staffWithdrawn,
    ChiefRepresentativeAppointed: chiefRepresentativeAppointed,
    ChiefRepresentativeReplaced: chiefRepresentativeReplaced,
  },
  snapshot: staffSnapshotOf,
  lists: {
    scopes: everything,
    filters: {},
    lowest: 'state.badgeNumber',
    of: { department: 'state.homeDepartment' },
    onlyOf: true,
  },
  indexes: [
    { fields: { 'state.badgeNumber': 1 }, unique: true, fact: 'badgeNumber' },
    {
      fields: { 'state.posting.chiefOf': 1 },
      unique: true,
      sparse: true,
      fact: 'chiefRepresentative',
    },
    { fields: { 'state.posting.window': 1, _id: 1 } },
  ],
  queries: {
    byWindow: {
      equality: ['state.posting.window'],
      anyOf: { 'state.posting.window': MOST_RANGES },
      sort: { _id: 1 },
    },
  },
  sight: everybody,
});

export type StaffJournal = JournalOf<TypesOf<typeof staffMemberKind>>;

/** Where somebody is posted, without a name. */
function staffSnapshotOf({ id, homeDepartment, posting }: View<StaffState>): StaffSnapshot {
  const posted = posting.status === 'NOT_POSTED' ? null : posting;
  return {
    id,
    homeDepartment,
    centre: posted?.centre ?? null,
    window: posted?.window ?? null,
    post: posted?.post ?? null,
    onPost: posted !== null,
    chiefRepresentativeOf: posted?.status === 'CHIEF_REPRESENTATIVE' ? posted.chiefOf : null,
  };
}
