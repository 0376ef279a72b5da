import { idFromCode } from '@onewindow/persistence';
import { commandMeta, type Caller } from '@onewindow/service';
import type { CentreLevel } from '../domain/centre.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { notFound } from './refused.ts';

export interface RegisterCentre {
  readonly commandId?: string | null | undefined;
  readonly code: string;
  readonly name: string;
  readonly regionId: string;
  readonly level: CentreLevel;
  readonly superiorCentreId?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly area?: number | null | undefined;
}

/** Its region and the centre above it must be there: the tree is registered from its top. Else `NotFound`. */
export async function registerCentre(journals: Journals, input: RegisterCentre, caller: Caller) {
  if ((await journals.regions.find(input.regionId, caller.at)) === null) {
    return notFound(input.regionId);
  }
  const superior = input.superiorCentreId ?? null;
  if (superior !== null && (await journals.centres.find(superior, caller.at)) === null) {
    return notFound(superior);
  }
  const id = idFromCode('centre', input.code);
  return journals.centres.create({
    id,
    command: {
      type: 'RegisterCentre',
      id,
      code: input.code,
      name: input.name,
      region: input.regionId,
      level: input.level,
      superiorCentre: superior,
      address: input.address ?? null,
      area: input.area ?? null,
    },
    meta: commandMeta(caller, 'registerCentre', input),
  });
}
