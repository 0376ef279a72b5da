import type { Day } from '@onewindow/calendar';
import { accept, assertNever, reject, type Decider, type Decision } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';

/** Permanent: one department with large volume; integrated: shared by several; periodic: on given dates (002:164). */
export type WindowType = 'PERMANENT' | 'INTEGRATED' | 'PERIODIC';

export interface WindowFacts {
  readonly name: string;
  readonly windowType: WindowType;
  readonly departments: readonly string[];
  /** The days on which a periodic window is open; empty for the others. */
  readonly serviceDates: readonly Day[];
}

export type WindowState =
  | { readonly status: 'ABSENT' }
  | ({
      readonly status: 'OPEN' | 'CLOSED';
      readonly id: string;
      readonly number: string;
      readonly centre: string;
      readonly region: string;
    } & WindowFacts);

export type WindowCommand =
  | ({
      readonly type: 'OpenWindow';
      readonly id: string;
      readonly number: string;
      readonly centre: string;
      readonly region: string;
    } & WindowFacts)
  | ({ readonly type: 'ChangeWindow' } & WindowFacts)
  | { readonly type: 'CloseWindow' }
  | { readonly type: 'ReopenWindow' };

export type WindowEvent =
  | ({
      readonly type: 'WindowOpened';
      readonly id: string;
      readonly number: string;
      readonly centre: string;
      readonly region: string;
    } & WindowFacts)
  | ({ readonly type: 'WindowChanged' } & WindowFacts)
  | { readonly type: 'WindowClosed' }
  | { readonly type: 'WindowReopened' };

export const PERMITTED = {
  ABSENT: ['OpenWindow'],
  OPEN: ['ChangeWindow', 'CloseWindow'],
  CLOSED: ['ReopenWindow'],
} as const satisfies Record<WindowState['status'], readonly WindowCommand['type'][]>;

export const window: Decider<WindowState, WindowCommand, WindowEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    const permitted: readonly string[] = PERMITTED[state.status];
    if (!permitted.includes(command.type)) return reject(notPermitted(state.status));
    switch (command.type) {
      case 'OpenWindow':
        return whenItFits(command, { ...command, type: 'WindowOpened' });
      case 'ChangeWindow':
        return whenItFits(command, { ...command, type: 'WindowChanged' });
      case 'CloseWindow':
        return accept({ type: 'WindowClosed' });
      case 'ReopenWindow':
        return accept({ type: 'WindowReopened' });
      default:
        return assertNever(command);
    }
  },
  evolve: (state, event) => {
    if (event.type === 'WindowOpened') {
      const { type: _, ...facts } = event;
      return { ...facts, status: 'OPEN' };
    }
    if (state.status === 'ABSENT') return state;
    switch (event.type) {
      case 'WindowChanged': {
        const { type: _, ...facts } = event;
        return { ...state, ...facts };
      }
      case 'WindowClosed':
        return { ...state, status: 'CLOSED' };
      case 'WindowReopened':
        return { ...state, status: 'OPEN' };
      default:
        return assertNever(event);
    }
  },
};

/** 002:164: a permanent window is one department's, an integrated one is shared, a periodic one has dates. */
function whenItFits(facts: WindowFacts, event: WindowEvent): Decision<WindowEvent, Rejection> {
  const count = facts.departments.length;
  const fits = { PERMANENT: count === 1, INTEGRATED: count >= 2, PERIODIC: count >= 1 };
  if (!fits[facts.windowType]) {
    return reject({ code: 'DepartmentsDoNotFit', windowType: facts.windowType });
  }
  if (facts.windowType === 'PERIODIC' && facts.serviceDates.length === 0) {
    return reject({ code: 'ServiceDatesMissing' });
  }
  return accept(event);
}
