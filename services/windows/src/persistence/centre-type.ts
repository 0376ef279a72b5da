import { centreRegistered, fact } from '@onewindow/contracts';
import type { AggregateType } from '@onewindow/persistence';
import {
  centre,
  type CentreCommand,
  type CentreEvent,
  type CentreState,
} from '../domain/centre.ts';
import type { Rejection } from '../domain/rejection.ts';
import { present } from './present.ts';

export const centreType: AggregateType<CentreState, CentreCommand, CentreEvent, Rejection> = {
  kind: 'centre',
  collection: 'centres',
  decider: centre,
  stateVersion: 1,
  belonging: (state) => ({ region: present(state).region, centre: present(state).id }),
  publish: (_entry, state) => {
    const { id, code, name, region, level } = present(state);
    return fact(centreRegistered, { happened: {}, snapshot: { id, code, name, region, level } });
  },
  indexes: [],
  queries: {},
};
