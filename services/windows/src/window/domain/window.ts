import type { Day } from '@onewindow/calendar';
import { accept, assertNever, defineDecider, reject } from '@onewindow/kernel';

/** Permanent: one department with large volume; integrated: shared by several; periodic: on given dates (002:164). */
export type WindowType = 'PERMANENT' | 'INTEGRATED' | 'PERIODIC';

/** What a change may give anew. */
export interface WindowFacts {
  readonly name: string;
  readonly windowType: WindowType;
  readonly departments: readonly string[];
  /** The days on which a periodic window is open; empty for the others. */
  readonly serviceDates: readonly Day[];
}

/** What a window is for ever. */
export interface WindowPlace {
  readonly id: string;
  /** Unique in its centre. */
  readonly number: string;
  readonly centre: string;
  readonly region: string;
}

export type WindowState =
  | { readonly status: 'ABSENT' }
  | ({ readonly status: 'OPEN' | 'CLOSED' } & WindowPlace & WindowFacts);

export type WindowCommand =
  | ({ readonly type: 'OpenWindow' } & WindowPlace & WindowFacts)
  | ({ readonly type: 'ChangeWindow' } & WindowFacts)
  | { readonly type: 'CloseWindow' }
  | { readonly type: 'ReopenWindow' };

export type WindowEvent =
  | ({ readonly type: 'WindowOpened' } & WindowPlace & WindowFacts)
  | ({ readonly type: 'WindowChanged' } & WindowFacts)
  | { readonly type: 'WindowClosed' }
  | { readonly type: 'WindowReopened' };

const PERMITTED = {
  ABSENT: ['OpenWindow'],
  OPEN: ['ChangeWindow', 'CloseWindow'],
  CLOSED: ['ReopenWindow'],
} as const satisfies Record<WindowState['status'], readonly WindowCommand['type'][]>;

export const window = defineDecider<WindowState, WindowCommand, WindowEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    OpenWindow: (command) =>
      whatDoesNotFit(command) ??
      accept({ type: 'WindowOpened', ...placeOf(command), ...factsOf(command) }),
    ChangeWindow: (command) =>
      whatDoesNotFit(command) ?? accept({ type: 'WindowChanged', ...factsOf(command) }),
    CloseWindow: () => accept({ type: 'WindowClosed' }),
    ReopenWindow: () => accept({ type: 'WindowReopened' }),
  },
  evolve: (state, event) => {
    if (event.type === 'WindowOpened')
      return { ...placeOf(event), ...factsOf(event), status: 'OPEN' };
    if (state.status === 'ABSENT') return state;
    switch (event.type) {
      case 'WindowChanged':
        return { ...state, ...factsOf(event) };
      case 'WindowClosed':
        return { ...state, status: 'CLOSED' };
      case 'WindowReopened':
        return { ...state, status: 'OPEN' };
      default:
        return assertNever(event);
    }
  },
});

const placeOf = ({ id, number, centre, region }: WindowPlace): WindowPlace => ({
  id,
  number,
  centre,
  region,
});

const factsOf = ({ name, windowType, departments, serviceDates }: WindowFacts): WindowFacts => ({
  name,
  windowType,
  departments,
  serviceDates,
});

/** 002:164: a permanent window is one department's, an integrated one is shared, a periodic one has dates. */
function whatDoesNotFit({ windowType, departments, serviceDates }: WindowFacts) {
  const count = departments.length;
  const fits = { PERMANENT: count === 1, INTEGRATED: count >= 2, PERIODIC: count >= 1 };
  if (!fits[windowType]) return reject({ code: 'DepartmentsDoNotFit', windowType });
  return windowType === 'PERIODIC' && serviceDates.length === 0
    ? reject({ code: 'ServiceDatesMissing' })
    : null;
}
