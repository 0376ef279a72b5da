import { accept, assertNever, reject, type Decider, type Decision } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';
import {
  RANKS,
  type RankLevel,
  type StaffCommand,
  type StaffEvent,
  type StaffState,
} from './staff-member.ts';

/** Who may be posted or appointed when. Rank and qualification are looked at on top of it. */
export const PERMITTED = {
  ABSENT: ['RegisterStaffMember'],
  NOT_POSTED: ['RecordQualification', 'PostStaffMember'],
  ON_POST: ['RecordQualification', 'WithdrawStaffMember', 'AppointChiefRepresentative'],
  CHIEF_REPRESENTATIVE: ['RecordQualification', 'ReplaceChiefRepresentative'],
} as const satisfies Record<StaffState['status'], readonly StaffCommand['type'][]>;

export const staffPosting: Decider<StaffState, StaffCommand, StaffEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    const permitted: readonly string[] = PERMITTED[state.status];
    if (!permitted.includes(command.type)) return reject(notPermitted(state.status));
    switch (command.type) {
      case 'RegisterStaffMember':
        return accept({ ...command, type: 'StaffMemberRegistered' });
      case 'RecordQualification':
        return accept({ ...command, type: 'QualificationRecorded' });
      case 'PostStaffMember':
        return post(command, state);
      case 'WithdrawStaffMember':
        return accept({ ...command, type: 'StaffMemberWithdrawn' });
      case 'AppointChiefRepresentative':
        return state.status !== 'ABSENT' && mayBeChief(state.rank)
          ? accept({ type: 'ChiefRepresentativeAppointed' })
          : reject({ code: 'RankTooLow', rank: state.status === 'ABSENT' ? '' : state.rank });
      case 'ReplaceChiefRepresentative':
        return accept({ ...command, type: 'ChiefRepresentativeReplaced' });
      default:
        return assertNever(command);
    }
  },
  evolve: (state, event) => {
    if (event.type === 'StaffMemberRegistered') {
      const { type: _, ...facts } = event;
      const posting = { status: 'NOT_POSTED' } as const;
      return { ...facts, status: posting.status, qualified: false, posting };
    }
    return state.status === 'ABSENT' ? state : evolveRegistered(state, event);
  },
};

function post(
  { centre, window, post, windowStatus, at }: Extract<StaffCommand, { type: 'PostStaffMember' }>,
  state: StaffState,
): Decision<StaffEvent, Rejection> {
  if (windowStatus !== 'OPEN') return reject(notPermitted(windowStatus));
  // Formally employed (002:108), and only who passed the assessment goes on post (002:167).
  return state.status !== 'ABSENT' && state.qualified && state.formallyEmployed
    ? accept({ type: 'StaffMemberPosted', centre, window, post, at })
    : reject({ code: 'NotQualified' });
}

/** 002:108: a cadre of section level or above. */
function mayBeChief(rank: RankLevel): boolean {
  return RANKS.indexOf(rank) >= RANKS.indexOf('SECTION_LEVEL');
}

function evolveRegistered(
  state: Exclude<StaffState, { status: 'ABSENT' }>,
  event: Exclude<StaffEvent, { type: 'StaffMemberRegistered' }>,
): StaffState {
  switch (event.type) {
    case 'QualificationRecorded':
      return { ...state, qualified: true };
    case 'StaffMemberPosted': {
      const { centre, window, post, at } = event;
      const posting = { status: 'ON_POST', centre, window, post, since: at } as const;
      return { ...state, status: posting.status, posting };
    }
    case 'StaffMemberWithdrawn':
      return { ...state, status: 'NOT_POSTED', posting: { status: 'NOT_POSTED' } };
    case 'ChiefRepresentativeAppointed': {
      if (state.posting.status === 'NOT_POSTED') return state;
      const posting = {
        ...state.posting,
        status: 'CHIEF_REPRESENTATIVE',
        chiefOf: state.posting.window,
      } as const;
      return { ...state, status: posting.status, posting };
    }
    case 'ChiefRepresentativeReplaced': {
      if (state.posting.status !== 'CHIEF_REPRESENTATIVE') return state;
      const { chiefOf: _, ...posting } = state.posting;
      return { ...state, status: 'ON_POST', posting: { ...posting, status: 'ON_POST' } };
    }
    default:
      return assertNever(event);
  }
}
