import type { ViewerClaims } from '@onewindow/identity';
import { createBlindIndex } from '@onewindow/persistence';
import { centreId, departmentId, regionId, staffId } from '../demo/places.ts';
import { subjectOf, type Persona } from './personas.ts';

/** What a persona's tokens say. `indexSecret` is the key of the blind index that the services find owners by. */
export function claimsOf(persona: Persona, indexSecret: string): ViewerClaims {
  const { identityNumber, department, badge } = persona;
  return {
    sub: subjectOf(persona.key),
    kind: persona.kind,
    scope: persona.scopes.join(' '),
    ...(identityNumber === undefined
      ? {}
      : { identityIndex: createBlindIndex(indexSecret)(identityNumber) }),
    ...(badge === undefined ? {} : { staffId: staffId(badge) }),
    ...(department === undefined ? {} : { department: departmentId(department) }),
    ...(persona.atCentre === true ? { centre: centreId } : {}),
    ...(persona.kind === 'STAFF' || persona.kind === 'SERVICE' ? { region: regionId } : {}),
  };
}
