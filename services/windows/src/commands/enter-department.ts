import { commandMeta, type Caller } from '@onewindow/service';
import type { Journals } from '../persistence/create-journals.ts';
import { notAuthorized, notFound } from './refused.ts';

export interface EnterDepartment {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly departmentId: string;
}

/**
 * A department enters the centre of who says so: never one named in an argument. `NotFound` when that
 * centre is not registered.
 */
export async function enterDepartment(journals: Journals, input: EnterDepartment, caller: Caller) {
  const { centre } = caller.viewer;
  if (centre === undefined) return notAuthorized(caller, 'NoCentre');
  const known = await journals.centres.find(centre, caller.at);
  if (known?.state.status !== 'REGISTERED') return notFound(centre);
  return journals.departments.handle({
    id: input.departmentId,
    command: { type: 'EnterDepartment', centre },
    meta: commandMeta(caller, 'enterDepartment', input),
  });
}
