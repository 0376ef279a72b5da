import {
  windowChanged,
  windowClosed,
  windowOpened,
  type WindowSnapshot,
} from '@onewindow/contracts';
import { defineKind, everybody, everything } from '@onewindow/service';
import { window } from './domain/window.ts';

/** What is stored, told, listed and seen of a window: everybody sees all of it. */
export const windowKind = defineKind({
  kind: 'window',
  collection: 'windows',
  stateVersion: 1,
  decider: window,
  belonging: ({ region, centre }) => ({ region, centre }),
  events: {
    WindowOpened: windowOpened,
    WindowReopened: windowOpened,
    WindowChanged: windowChanged,
    WindowClosed: windowClosed,
  },
  snapshot: ({ id, centre, number, name, windowType, departments, status }): WindowSnapshot => ({
    id,
    centre,
    number,
    name,
    type: windowType,
    departments: [...departments],
    status,
  }),
  lists: {
    scopes: everything,
    filters: {},
    lowest: 'state.number',
    of: { centre: 'state.centre' },
    onlyOf: true,
  },
  indexes: [
    { fields: { 'state.centre': 1, 'state.number': 1 }, unique: true, fact: 'windowNumber' },
  ],
  sight: everybody,
});
