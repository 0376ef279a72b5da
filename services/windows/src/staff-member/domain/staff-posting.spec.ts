import { instant } from '@onewindow/kernel';
import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
import type { StaffCommand, StaffEvent, StaffState } from './staff-member.ts';
import { staffPosting } from './staff-posting.ts';

const at = instant('2026-03-02T01:00:00Z');
const facts = {
  id: 'staff-1',
  name: '示例甲',
  badgeNumber: 'B-001',
  homeDepartment: 'department-1',
  region: 'region-1',
  rank: 'SECTION_LEVEL',
  formallyEmployed: true,
} as const;
const post = { centre: 'centre-1', window: 'window-1', post: '受理岗', at } as const;

const registered: StaffEvent = { type: 'StaffMemberRegistered', ...facts };
const qualified: StaffEvent = { type: 'QualificationRecorded', course: '岗前培训' };
const posted: StaffEvent = { type: 'StaffMemberPosted', ...post };
const appointed: StaffEvent = { type: 'ChiefRepresentativeAppointed' };

const after = (...events: StaffEvent[]) => events.reduce(staffPosting.evolve, staffPosting.initial);
const states: StateOfEach<StaffState> = {
  ABSENT: stateAfter(staffPosting, 'ABSENT', []),
  NOT_POSTED: stateAfter(staffPosting, 'NOT_POSTED', [registered, qualified]),
  ON_POST: stateAfter(staffPosting, 'ON_POST', [registered, qualified, posted]),
  CHIEF_REPRESENTATIVE: stateAfter(staffPosting, 'CHIEF_REPRESENTATIVE', [
    registered,
    qualified,
    posted,
    appointed,
  ]),
};
const commands: CommandOfEach<StaffCommand> = {
  RegisterStaffMember: { type: 'RegisterStaffMember', ...facts },
  RecordQualification: { type: 'RecordQualification', course: '岗前培训' },
  PostStaffMember: { type: 'PostStaffMember', ...post, windowStatus: 'OPEN' },
  WithdrawStaffMember: { type: 'WithdrawStaffMember', reason: '轮换' },
  AppointChiefRepresentative: { type: 'AppointChiefRepresentative' },
  ReplaceChiefRepresentative: { type: 'ReplaceChiefRepresentative', reason: '轮换' },
};

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<StaffState['status'], readonly StaffCommand['type'][]>> = {
  ABSENT: ['RegisterStaffMember'],
  NOT_POSTED: ['RecordQualification', 'PostStaffMember'],
  ON_POST: ['RecordQualification', 'WithdrawStaffMember', 'AppointChiefRepresentative'],
  CHIEF_REPRESENTATIVE: ['RecordQualification', 'ReplaceChiefRepresentative'],
};

describe('posting of staff', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const permitted: readonly string[] = LAW[state.status];
      expect(staffPosting.decide(command, state).accepted).toBe(permitted.includes(command.type));
    },
  );

  it('puts on post only who passed the assessment (002:167)', () => {
    given(staffPosting, registered)
      .when(commands.PostStaffMember)
      .refuses({ code: 'NotQualified' });
  });

  it('puts on post only who is formally employed (002:108)', () => {
    given(staffPosting, { ...registered, formallyEmployed: false }, qualified)
      .when(commands.PostStaffMember)
      .refuses({ code: 'NotQualified' });
  });

  it('posts nobody at a closed window', () => {
    given(staffPosting, registered, qualified)
      .when({ ...commands.PostStaffMember, windowStatus: 'CLOSED' })
      .refuses({ code: 'NotPermittedInStatus', status: 'CLOSED' });
  });

  it('appoints a chief representative of exactly section level, which "or above" includes (002:108, A40)', () => {
    given(staffPosting, registered, qualified, posted)
      .when(commands.AppointChiefRepresentative)
      .then(appointed);
  });

  it('refuses a chief representative below section level (002:108)', () => {
    given(staffPosting, { ...registered, rank: 'CLERK' }, qualified, posted)
      .when(commands.AppointChiefRepresentative)
      .refuses({ code: 'RankTooLow', rank: 'CLERK' });
  });

  it('keeps a replaced chief representative on post', () => {
    const state = after(registered, qualified, posted, appointed, {
      type: 'ChiefRepresentativeReplaced',
      reason: '轮换',
    });
    expect(state).toEqual(after(registered, qualified, posted));
  });
});
