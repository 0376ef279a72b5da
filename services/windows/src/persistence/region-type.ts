import { fact, regionRegistered } from '@onewindow/contracts';
import type { AggregateType } from '@onewindow/persistence';
import {
  region,
  type RegionCommand,
  type RegionEvent,
  type RegionState,
} from '../domain/region.ts';
import type { Rejection } from '../domain/rejection.ts';
import { present } from './present.ts';

export const regionType: AggregateType<RegionState, RegionCommand, RegionEvent, Rejection> = {
  kind: 'region',
  collection: 'regions',
  decider: region,
  stateVersion: 1,
  belonging: (state) => ({ region: present(state).id }),
  publish: (_entry, state) => {
    const { id, code, name, parent } = present(state);
    return fact(regionRegistered, { happened: {}, snapshot: { id, code, name, parent } });
  },
  indexes: [],
  queries: {},
};
