import {
  chiefRepresentativeAppointed,
  chiefRepresentativeReplaced,
  fact,
  staffPosted,
  staffRegistered,
  staffWithdrawn,
} from '@onewindow/contracts';
import { MOST_RANGES, type AggregateType } from '@onewindow/persistence';
import type { Rejection } from '../domain/rejection.ts';
import type { StaffCommand, StaffEvent, StaffState } from '../domain/staff-member.ts';
import { staffPosting } from '../domain/staff-posting.ts';
import { present } from './present.ts';

/** The training record stays in this house; that somebody may be posted shows when he is. */
const CONTRACTS = {
  StaffMemberRegistered: staffRegistered,
  QualificationRecorded: undefined,
  StaffMemberPosted: staffPosted,
  StaffMemberWithdrawn: staffWithdrawn,
  ChiefRepresentativeAppointed: chiefRepresentativeAppointed,
  ChiefRepresentativeReplaced: chiefRepresentativeReplaced,
} as const;

export const staffType: AggregateType<StaffState, StaffCommand, StaffEvent, Rejection> = {
  kind: 'staff-member',
  collection: 'staffMembers',
  decider: staffPosting,
  stateVersion: 1,
  belonging: (state) => {
    const { region, homeDepartment, posting } = present(state);
    const centre = posting.status === 'NOT_POSTED' ? {} : { centre: posting.centre };
    return { region, department: homeDepartment, ...centre };
  },
  publish: ({ event }, state) => {
    const contract = CONTRACTS[event.type];
    if (contract === undefined) return undefined;
    const { id, homeDepartment, posting } = present(state);
    const posted = posting.status === 'NOT_POSTED' ? null : posting;
    return fact(contract, {
      happened: {},
      snapshot: {
        id,
        homeDepartment,
        centre: posted?.centre ?? null,
        window: posted?.window ?? null,
        post: posted?.post ?? null,
        onPost: posted !== null,
        chiefRepresentativeOf: posted?.status === 'CHIEF_REPRESENTATIVE' ? posted.chiefOf : null,
      },
    });
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
};
