import { accept, assertNever, defineDecider, reject } from '@onewindow/kernel';
import {
  RANKS,
  type RankLevel,
  type RegisteredStaff,
  type StaffCommand,
  type StaffEvent,
  type StaffFacts,
  type StaffState,
} from './staff-member.ts';

/** Who may be posted or appointed when. Rank and qualification are looked at on top of it. */
const PERMITTED = {
  ABSENT: ['RegisterStaffMember'],
  NOT_POSTED: ['RecordQualification', 'PostStaffMember'],
  ON_POST: ['RecordQualification', 'WithdrawStaffMember', 'AppointChiefRepresentative'],
  CHIEF_REPRESENTATIVE: ['RecordQualification', 'ReplaceChiefRepresentative'],
} as const satisfies Record<StaffState['status'], readonly StaffCommand['type'][]>;

export const staffPosting = defineDecider<StaffState, StaffCommand, StaffEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    RegisterStaffMember: (command) =>
      accept({ type: 'StaffMemberRegistered', ...factsOf(command) }),
    RecordQualification: ({ course }) => accept({ type: 'QualificationRecorded', course }),
    PostStaffMember: (command, { qualified, formallyEmployed }) => {
      const { centre, window, post, windowStatus: status, at } = command;
      if (status !== 'OPEN') return reject({ code: 'NotPermittedInStatus', status });
      // Formally employed (002:108), and only who passed the assessment goes on post (002:167).
      return qualified && formallyEmployed
        ? accept({ type: 'StaffMemberPosted', centre, window, post, at })
        : reject({ code: 'NotQualified' });
    },
    WithdrawStaffMember: ({ reason }) => accept({ type: 'StaffMemberWithdrawn', reason }),
    AppointChiefRepresentative: (_command, { rank }) =>
      mayBeChief(rank)
        ? accept({ type: 'ChiefRepresentativeAppointed' })
        : reject({ code: 'RankTooLow', rank }),
    ReplaceChiefRepresentative: ({ reason }) =>
      accept({ type: 'ChiefRepresentativeReplaced', reason }),
  },
  evolve: (state, event) => {
    if (event.type === 'StaffMemberRegistered') {
      const posting = { status: 'NOT_POSTED' } as const;
      return { ...factsOf(event), status: posting.status, qualified: false, posting };
    }
    return state.status === 'ABSENT' ? state : evolveRegistered(state, event);
  },
});

/** What is stored for ever is named: what is added to the command is not added to history. */
function factsOf(told: StaffFacts): StaffFacts {
  const { id, name, badgeNumber, homeDepartment, region, rank, formallyEmployed } = told;
  return { id, name, badgeNumber, homeDepartment, region, rank, formallyEmployed };
}

/** 002:108: a cadre of section level or above. */
function mayBeChief(rank: RankLevel): boolean {
  return RANKS.indexOf(rank) >= RANKS.indexOf('SECTION_LEVEL');
}

function evolveRegistered(
  state: RegisteredStaff,
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
      if (state.status === 'NOT_POSTED') return state;
      const { window: chiefOf } = state.posting;
      const posting = { ...state.posting, status: 'CHIEF_REPRESENTATIVE', chiefOf } as const;
      return { ...state, status: posting.status, posting };
    }
    case 'ChiefRepresentativeReplaced': {
      if (state.status !== 'CHIEF_REPRESENTATIVE') return state;
      const { chiefOf: _, ...posting } = state.posting;
      return { ...state, status: 'ON_POST', posting: { ...posting, status: 'ON_POST' } };
    }
    default:
      return assertNever(event);
  }
}
