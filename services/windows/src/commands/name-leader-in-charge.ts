import { commandMeta, type Caller } from '@onewindow/service';
import type { Journals } from '../persistence/create-journals.ts';
import { notAuthorized, notFound } from './refused.ts';

export interface NameLeaderInCharge {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly departmentId: string;
  readonly staffMemberId: string;
}

/**
 * The leader in charge (分管领导) of a department: its roster goes to the centre that it has entered (002:100),
 * which keeps it. `NotFound` for an unknown department and an unknown member of staff; `NotAuthorized` for a
 * department that has not entered the viewer's centre; `LeaderOfAnotherDepartment` for who is none of its own.
 */
export async function nameLeaderInCharge(
  journals: Journals,
  input: NameLeaderInCharge,
  caller: Caller,
) {
  const { departmentId, staffMemberId: leader } = input;
  const [found, member] = await Promise.all([
    journals.departments.find(departmentId, caller.at),
    journals.staff.find(leader, caller.at),
  ]);
  if (found === null || found.state.status === 'ABSENT') return notFound(departmentId);
  const { centre } = found.state;
  if (centre === null || centre !== caller.viewer.centre)
    return notAuthorized(caller, 'DepartmentOfAnotherCentre');
  if (member === null || member.state.status === 'ABSENT') return notFound(leader);
  const { homeDepartment } = member.state;
  return journals.departments.handle({
    id: departmentId,
    command: { type: 'NameLeaderInCharge', leader: { id: leader, homeDepartment } },
    meta: commandMeta(caller, 'nameLeaderInCharge', input),
  });
}
