import { regionRegistered, type RegionSnapshot } from '@onewindow/contracts';
import { defineKind, everybody, unlisted } from '@onewindow/service';
import { region } from './domain/region.ts';

/** What is stored, told and seen of a region: all of it, by everybody. */
export const regionKind = defineKind({
  kind: 'region',
  collection: 'regions',
  stateVersion: 1,
  decider: region,
  belonging: ({ id }) => ({ region: id }),
  events: { RegionRegistered: regionRegistered },
  snapshot: ({ id, code, name, parent }): RegionSnapshot => ({ id, code, name, parent }),
  lists: unlisted,
  sight: everybody,
});
