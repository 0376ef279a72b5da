import { accept, assertNever, defineDecider, reject } from '@onewindow/kernel';

/** What is learned of a department from a catalogue. */
export interface DepartmentFacts {
  readonly id: string;
  readonly name: string;
  readonly codes: readonly string[];
  readonly region: string;
}

export interface KnownDepartment extends DepartmentFacts {
  /** The centre it has entered (002:13, 002:98), null while it is only listed. */
  readonly centre: string | null;
  /** The leader in charge (分管领导, 002:100), to whom its denials are reported (000:14); null while none is named. */
  readonly leaderInCharge: string | null;
}

/**
 * A department (部门). The first code it is learned by makes its id; later codes are aliases, since
 * real catalogues know one department by several (A37: one registry with aliases).
 */
export type DepartmentState =
  | { readonly status: 'ABSENT' }
  | ({ readonly status: 'LISTED' } & KnownDepartment)
  | ({ readonly status: 'ENTERED' } & KnownDepartment);

export type DepartmentCommand =
  | ({ readonly type: 'RegisterDepartment' } & DepartmentFacts)
  | { readonly type: 'EnterDepartment'; readonly centre: string }
  | {
      readonly type: 'NameLeaderInCharge';
      readonly leader: { readonly id: string; readonly homeDepartment: string };
    };

export type DepartmentEvent =
  | ({ readonly type: 'DepartmentRegistered' } & DepartmentFacts)
  | { readonly type: 'DepartmentCodesAdded'; readonly codes: readonly string[] }
  | { readonly type: 'DepartmentRenamed'; readonly name: string }
  | { readonly type: 'DepartmentEntered'; readonly centre: string }
  | { readonly type: 'LeaderInChargeNamed'; readonly leader: string };

/** Registering again is how a department learns another code or name; with nothing new it changes nothing. */
const PERMITTED = {
  ABSENT: ['RegisterDepartment'],
  LISTED: ['RegisterDepartment', 'EnterDepartment', 'NameLeaderInCharge'],
  ENTERED: ['RegisterDepartment', 'NameLeaderInCharge'],
} as const satisfies Record<DepartmentState['status'], readonly DepartmentCommand['type'][]>;

export const department = defineDecider<DepartmentState, DepartmentCommand, DepartmentEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    RegisterDepartment: (command, state) => {
      const { id, name, codes, region } = command;
      return state.status === 'ABSENT'
        ? accept({ type: 'DepartmentRegistered', id, name, codes, region })
        : accept(...whatIsNew(state, command));
    },
    EnterDepartment: ({ centre }) => accept({ type: 'DepartmentEntered', centre }),
    NameLeaderInCharge: ({ leader }, { id, leaderInCharge }) => {
      // One of its own people (002:100). Naming the same one again changes nothing.
      if (leader.homeDepartment !== id) return reject({ code: 'LeaderOfAnotherDepartment' });
      return leader.id === leaderInCharge
        ? accept()
        : accept({ type: 'LeaderInChargeNamed', leader: leader.id });
    },
  },
  evolve: (state, event) => {
    if (event.type === 'DepartmentRegistered') {
      const { id, name, codes, region } = event;
      return { status: 'LISTED', id, name, codes, region, centre: null, leaderInCharge: null };
    }
    if (state.status === 'ABSENT') return state;
    switch (event.type) {
      case 'DepartmentCodesAdded':
        return { ...state, codes: [...state.codes, ...event.codes] };
      case 'DepartmentRenamed':
        return { ...state, name: event.name };
      case 'DepartmentEntered':
        return { ...state, status: 'ENTERED', centre: event.centre };
      case 'LeaderInChargeNamed':
        return { ...state, leaderInCharge: event.leader };
      default:
        return assertNever(event);
    }
  },
});

function whatIsNew(known: KnownDepartment, told: DepartmentFacts): readonly DepartmentEvent[] {
  const codes = told.codes.filter((code) => !known.codes.includes(code));
  return [
    ...(codes.length > 0 ? [{ type: 'DepartmentCodesAdded', codes } as const] : []),
    ...(told.name !== known.name ? [{ type: 'DepartmentRenamed', name: told.name } as const] : []),
  ];
}
