import { idFromCode } from '@onewindow/persistence';
import { commandMeta, type Caller } from '@onewindow/service';
import type { RankLevel, StaffCommand } from '../domain/staff-member.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { notAuthorized, notFound } from './refused.ts';

interface StaffInput {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly staffMemberId: string;
}

/** The badge number makes the id, so that an identity provider can name it before anybody registers. */
export async function registerStaffMember(
  journals: Journals,
  input: {
    readonly commandId?: string | null | undefined;
    readonly name: string;
    readonly badgeNumber: string;
    readonly homeDepartmentId: string;
    readonly rankLevel: RankLevel;
    readonly formallyEmployed: boolean;
  },
  caller: Caller,
) {
  const home = await journals.departments.find(input.homeDepartmentId, caller.at);
  if (home === null || home.state.status === 'ABSENT') return notFound(input.homeDepartmentId);
  if (!maySend(caller, home.state)) return notAuthorized(caller, 'DepartmentOfAnotherCentre');
  const id = idFromCode('staff-member', input.badgeNumber);
  return journals.staff.create({
    id,
    command: {
      type: 'RegisterStaffMember',
      id,
      name: input.name,
      badgeNumber: input.badgeNumber,
      homeDepartment: input.homeDepartmentId,
      region: home.state.region,
      rank: input.rankLevel,
      formallyEmployed: input.formallyEmployed,
    },
    meta: commandMeta(caller, 'registerStaffMember', input),
  });
}

export const recordQualification = (
  journals: Journals,
  input: StaffInput & { readonly course: string },
  caller: Caller,
) =>
  onOwnStaff(
    journals,
    { input, command: { type: 'RecordQualification', course: input.course } },
    caller,
  );

/** The window has to be one of the viewer's centre, open, and serve the home department. */
export async function postStaffMember(
  journals: Journals,
  input: StaffInput & { readonly windowId: string; readonly post: string },
  caller: Caller,
) {
  const [window, member] = await Promise.all([
    journals.windows.find(input.windowId, caller.at),
    journals.staff.find(input.staffMemberId, caller.at),
  ]);
  if (window === null || window.state.status === 'ABSENT') return notFound(input.windowId);
  if (member === null || member.state.status === 'ABSENT') return notFound(input.staffMemberId);
  const { centre, departments, status } = window.state;
  if (centre !== caller.viewer.centre) return notAuthorized(caller, 'WindowOfAnotherCentre');
  if (!departments.includes(member.state.homeDepartment)) {
    return notAuthorized(caller, 'WindowOfAnotherDepartment');
  }
  const command: StaffCommand = {
    type: 'PostStaffMember',
    centre,
    window: input.windowId,
    post: input.post,
    windowStatus: status,
    at: caller.at,
  };
  return onOwnStaff(journals, { input, command }, caller);
}

export const withdrawStaffMember = (
  journals: Journals,
  input: StaffInput & { readonly reason: string },
  caller: Caller,
) =>
  onOwnStaff(
    journals,
    { input, command: { type: 'WithdrawStaffMember', reason: input.reason } },
    caller,
  );

export const appointChiefRepresentative = (journals: Journals, input: StaffInput, caller: Caller) =>
  onOwnStaff(journals, { input, command: { type: 'AppointChiefRepresentative' } }, caller);

export const replaceChiefRepresentative = (
  journals: Journals,
  input: StaffInput & { readonly reason: string },
  caller: Caller,
) =>
  onOwnStaff(
    journals,
    { input, command: { type: 'ReplaceChiefRepresentative', reason: input.reason } },
    caller,
  );

/** Whoever is posted belongs to that centre's daily management (002:8); who is not, to his department's centre. */
async function onOwnStaff(
  journals: Journals,
  { input, command }: { readonly input: StaffInput; readonly command: StaffCommand },
  caller: Caller,
) {
  const member = await journals.staff.find(input.staffMemberId, caller.at);
  if (member === null || member.state.status === 'ABSENT') return notFound(input.staffMemberId);
  const { posting, homeDepartment } = member.state;
  const home = await journals.departments.find(homeDepartment, caller.at);
  const isPosted = posting.status !== 'NOT_POSTED';
  const own = isPosted
    ? posting.centre === caller.viewer.centre
    : home !== null && home.state.status !== 'ABSENT' && maySend(caller, home.state);
  if (!own) {
    return notAuthorized(caller, isPosted ? 'PostedElsewhere' : 'DepartmentOfAnotherCentre');
  }
  return journals.staff.handle({
    id: input.staffMemberId,
    command,
    meta: commandMeta(caller, command.type, input),
  });
}

/** The centre that a department has entered manages its people; one that entered nowhere sends nobody. */
function maySend(caller: Caller, home: { readonly centre: string | null }): boolean {
  return home.centre !== null && home.centre === caller.viewer.centre;
}
