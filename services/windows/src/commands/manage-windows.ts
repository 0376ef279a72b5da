import type { Day } from '@onewindow/calendar';
import { idFromCode } from '@onewindow/persistence';
import { commandMeta, type Caller } from '@onewindow/service';
import type { WindowCommand, WindowType } from '../domain/window.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { notAuthorized, notFound } from './refused.ts';

interface WindowInput {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly windowId: string;
}

interface WindowFactsInput {
  readonly name: string;
  readonly type: WindowType;
  readonly departmentIds: readonly string[];
  readonly serviceDates?: readonly Day[];
}

/** Opens a window in the viewer's centre. A department that is not known is `NotFound`. */
export async function openWindow(
  journals: Journals,
  input: {
    readonly commandId?: string | null | undefined;
    readonly number: string;
  } & WindowFactsInput,
  caller: Caller,
) {
  const { centre: centreId } = caller.viewer;
  if (centreId === undefined) return notAuthorized(caller, 'NoCentre');
  const centre = await journals.centres.find(centreId, caller.at);
  if (centre?.state.status !== 'REGISTERED') return notFound(centreId);
  const unknown = await unknownDepartment(journals, input.departmentIds, caller);
  if (unknown !== undefined) return notFound(unknown);
  const id = idFromCode('window', `${centreId}/${input.number}`);
  return journals.windows.create({
    id,
    command: {
      type: 'OpenWindow',
      id,
      number: input.number,
      centre: centreId,
      region: centre.state.region,
      ...facts(input),
    },
    meta: commandMeta(caller, 'openWindow', input),
  });
}

export async function changeWindow(
  journals: Journals,
  input: WindowInput & WindowFactsInput,
  caller: Caller,
) {
  const unknown = await unknownDepartment(journals, input.departmentIds, caller);
  if (unknown !== undefined) return notFound(unknown);
  return onOwnWindow(
    journals,
    { input, command: { type: 'ChangeWindow', ...facts(input) } },
    caller,
  );
}

export const closeWindow = (journals: Journals, input: WindowInput, caller: Caller) =>
  onOwnWindow(journals, { input, command: { type: 'CloseWindow' } }, caller);

export const reopenWindow = (journals: Journals, input: WindowInput, caller: Caller) =>
  onOwnWindow(journals, { input, command: { type: 'ReopenWindow' } }, caller);

/** A window of another centre is refused: managers manage their own. */
async function onOwnWindow(
  journals: Journals,
  { input, command }: { readonly input: WindowInput; readonly command: WindowCommand },
  caller: Caller,
) {
  const window = await journals.windows.find(input.windowId, caller.at);
  if (window === null || window.state.status === 'ABSENT') return notFound(input.windowId);
  if (window.state.centre !== caller.viewer.centre) {
    return notAuthorized(caller, 'WindowOfAnotherCentre');
  }
  return journals.windows.handle({
    id: input.windowId,
    command,
    meta: commandMeta(caller, command.type, input),
  });
}

function facts(input: WindowFactsInput) {
  return {
    name: input.name,
    windowType: input.type,
    departments: [...new Set(input.departmentIds)],
    serviceDates: input.serviceDates ?? [],
  };
}

async function unknownDepartment(journals: Journals, ids: readonly string[], caller: Caller) {
  const found = await journals.departments.findMany([...ids], caller.at);
  return ids.find((_, index) => !found[index]);
}
