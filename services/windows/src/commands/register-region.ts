import { idFromCode } from '@onewindow/persistence';
import { commandMeta, type Caller } from '@onewindow/service';
import type { Journals } from '../persistence/create-journals.ts';
import { notFound } from './refused.ts';

export interface RegisterRegion {
  readonly commandId?: string | null | undefined;
  readonly code: string;
  readonly name: string;
  readonly parentId?: string | null | undefined;
}

/**
 * A region known with the same facts is answered as it is; with others it is `AlreadyExists`. The region
 * that it is a part of must be there, else it is `NotFound`.
 */
export async function registerRegion(journals: Journals, input: RegisterRegion, caller: Caller) {
  const id = idFromCode('region', input.code);
  const parent = input.parentId ?? null;
  if (parent !== null && (await journals.regions.find(parent, caller.at)) === null) {
    return notFound(parent);
  }
  const outcome = await journals.regions.create({
    id,
    command: { type: 'RegisterRegion', id, code: input.code, name: input.name, parent },
    meta: commandMeta(caller, 'registerRegion', input),
  });
  if (outcome.ok || outcome.rejection.code !== 'AlreadyExists') return outcome;
  const known = await journals.regions.find(id, caller.at);
  const same =
    known?.state.status === 'REGISTERED' &&
    known.state.name === input.name &&
    known.state.parent === parent;
  return same ? { ok: true as const, aggregate: known, events: [], repeated: true } : outcome;
}
