import { centreRegistered, type CentreSnapshot } from '@onewindow/contracts';
import { defineKind, everybody, unlisted } from '@onewindow/service';
import { centre } from './domain/centre.ts';

/** What is stored, told and seen of a centre: everybody sees all of it. */
export const centreKind = defineKind({
  kind: 'centre',
  collection: 'centres',
  stateVersion: 1,
  decider: centre,
  belonging: ({ id, region }) => ({ region, centre: id }),
  events: { CentreRegistered: centreRegistered },
  snapshot: ({ id, code, name, region, level }): CentreSnapshot => ({
    id,
    code,
    name,
    region,
    level,
  }),
  lists: unlisted,
  sight: everybody,
});
