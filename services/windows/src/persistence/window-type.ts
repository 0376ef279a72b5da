import { fact, windowChanged, windowClosed, windowOpened } from '@onewindow/contracts';
import type { AggregateType } from '@onewindow/persistence';
import type { Rejection } from '../domain/rejection.ts';
import {
  window,
  type WindowCommand,
  type WindowEvent,
  type WindowState,
} from '../domain/window.ts';
import { present } from './present.ts';

const CONTRACTS = {
  WindowOpened: windowOpened,
  WindowReopened: windowOpened,
  WindowChanged: windowChanged,
  WindowClosed: windowClosed,
} as const;

export const windowType: AggregateType<WindowState, WindowCommand, WindowEvent, Rejection> = {
  kind: 'window',
  collection: 'windows',
  decider: window,
  stateVersion: 1,
  belonging: (state) => ({ region: present(state).region, centre: present(state).centre }),
  publish: ({ event }, state) => {
    const { id, centre, number, name, windowType: type, departments, status } = present(state);
    return fact(CONTRACTS[event.type], {
      happened: {},
      snapshot: { id, centre, number, name, type, departments: [...departments], status },
    });
  },
  indexes: [
    { fields: { 'state.centre': 1, 'state.number': 1 }, unique: true, fact: 'windowNumber' },
    { fields: { 'state.centre': 1, 'state.number': 1, _id: 1 } },
  ],
  queries: {
    byCentre: { equality: ['state.centre'], sort: { 'state.number': 1, _id: 1 } },
  },
};
