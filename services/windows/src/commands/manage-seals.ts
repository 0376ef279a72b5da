import { idFromCode } from '@onewindow/persistence';
import { commandMeta, type Caller } from '@onewindow/service';
import type { SealCommand } from '../domain/approval-seal.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { seesPlace } from '../queries/sight.ts';
import { centreOf } from './centre-of.ts';
import { notAuthorized, notFound } from './refused.ts';

interface SealInput {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly sealId: string;
}

/** Registers a seal of a department that has entered the viewer's centre. */
export async function registerSeal(
  journals: Journals,
  input: {
    readonly commandId?: string | null | undefined;
    readonly code: string;
    readonly departmentId: string;
  },
  caller: Caller,
) {
  const department = await journals.departments.find(input.departmentId, caller.at);
  if (department === null || department.state.status === 'ABSENT')
    return notFound(input.departmentId);
  if (!managesIt(caller, department.state.centre)) {
    return notAuthorized(caller, 'DepartmentOfAnotherCentre');
  }
  const id = idFromCode('approval-seal', input.code);
  return journals.seals.create({
    id,
    command: {
      type: 'RegisterSeal',
      id,
      code: input.code,
      department: input.departmentId,
      region: department.state.region,
    },
    meta: commandMeta(caller, 'registerSeal', input),
  });
}

/** The new custodian has to be chief representative now, of the department whose seal it is (002:104). */
export async function transferSealCustody(
  journals: Journals,
  input: SealInput & { readonly custodianId: string },
  caller: Caller,
) {
  const custodian = await journals.staff.find(input.custodianId, caller.at);
  if (custodian === null || custodian.state.status === 'ABSENT') return notFound(input.custodianId);
  const { posting, homeDepartment } = custodian.state;
  return onOwnSeal(
    journals,
    {
      input,
      command: (department) => ({
        type: 'TransferCustody',
        custodian: input.custodianId,
        custodianIsChief:
          posting.status === 'CHIEF_REPRESENTATIVE' && homeDepartment === department,
      }),
    },
    caller,
  );
}

export const destroySeal = (
  journals: Journals,
  input: SealInput & { readonly reason: string },
  caller: Caller,
) =>
  onOwnSeal(
    journals,
    { input, command: () => ({ type: 'DestroySeal', reason: input.reason }) },
    caller,
  );

/** Who does not see the seal finds none; who sees it and does not manage its centre is refused. */
async function onOwnSeal(
  journals: Journals,
  request: {
    readonly input: SealInput;
    readonly command: (department: string) => SealCommand;
  },
  caller: Caller,
) {
  const { sealId } = request.input;
  const seal = await journals.seals.find(sealId, caller.at);
  if (seal === null || seal.state.status === 'ABSENT') return notFound(sealId);
  const { department } = seal.state;
  const centre = await centreOf(journals, department, caller);
  if (!(await seesPlace(caller.viewer, seal.state, () => Promise.resolve(centre)))) {
    return notFound(sealId);
  }
  if (!managesIt(caller, centre)) return notAuthorized(caller, 'DepartmentOfAnotherCentre');
  const command = request.command(department);
  const meta = commandMeta(caller, command.type, request.input);
  return journals.seals.handle({ id: sealId, command, meta });
}

function managesIt(caller: Caller, centre: string | null): boolean {
  return centre !== null && centre === caller.viewer.centre;
}
