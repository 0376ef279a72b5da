import { accept, assertNever, reject, type Decider, type Decision } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';

/**
 * A department (部门). The first code it is learned by makes its id; later codes are aliases, since
 * real catalogues know one department by several (A37: one registry with aliases).
 */
export type DepartmentState =
  | { readonly status: 'ABSENT' }
  | {
      readonly status: 'LISTED' | 'ENTERED';
      readonly id: string;
      readonly name: string;
      readonly codes: readonly string[];
      readonly region: string;
      /** The centre it has entered (002:13, 002:98), null while it is only listed. */
      readonly centre: string | null;
      /** The leader in charge (分管领导, 002:100), to whom its denials are reported (000:14); null while none is named. */
      readonly leaderInCharge: string | null;
    };

export type DepartmentCommand =
  | {
      readonly type: 'RegisterDepartment';
      readonly id: string;
      readonly name: string;
      readonly codes: readonly string[];
      readonly region: string;
    }
  | { readonly type: 'EnterDepartment'; readonly centre: string }
  | {
      readonly type: 'NameLeaderInCharge';
      readonly leader: { readonly id: string; readonly homeDepartment: string };
    };

export type DepartmentEvent =
  | {
      readonly type: 'DepartmentRegistered';
      readonly id: string;
      readonly name: string;
      readonly codes: readonly string[];
      readonly region: string;
    }
  | { readonly type: 'DepartmentCodesAdded'; readonly codes: readonly string[] }
  | { readonly type: 'DepartmentRenamed'; readonly name: string }
  | { readonly type: 'DepartmentEntered'; readonly centre: string }
  | { readonly type: 'LeaderInChargeNamed'; readonly leader: string };

/** Registering again is how a department learns another code or name; with nothing new it changes nothing. */
export const PERMITTED = {
  ABSENT: ['RegisterDepartment'],
  LISTED: ['RegisterDepartment', 'EnterDepartment', 'NameLeaderInCharge'],
  ENTERED: ['RegisterDepartment', 'NameLeaderInCharge'],
} as const satisfies Record<DepartmentState['status'], readonly DepartmentCommand['type'][]>;

export const department: Decider<DepartmentState, DepartmentCommand, DepartmentEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    switch (command.type) {
      case 'RegisterDepartment': {
        const { id, name, codes, region } = command;
        if (state.status === 'ABSENT') {
          return accept({ type: 'DepartmentRegistered', id, name, codes, region });
        }
        return accept(...whatIsNew(state, command));
      }
      case 'EnterDepartment':
        return state.status === 'LISTED'
          ? accept({ type: 'DepartmentEntered', centre: command.centre })
          : reject(notPermitted(state.status));
      case 'NameLeaderInCharge':
        return state.status === 'ABSENT'
          ? reject(notPermitted(state.status))
          : nameLeader(state, command.leader);
      default:
        return assertNever(command);
    }
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
};

/** One of its own people (002:100). Naming the same one again changes nothing. */
function nameLeader(
  { id, leaderInCharge }: Exclude<DepartmentState, { status: 'ABSENT' }>,
  leader: { readonly id: string; readonly homeDepartment: string },
): Decision<DepartmentEvent, Rejection> {
  if (leader.homeDepartment !== id) return reject({ code: 'LeaderOfAnotherDepartment' });
  return leader.id === leaderInCharge
    ? accept()
    : accept({ type: 'LeaderInChargeNamed', leader: leader.id });
}

function whatIsNew(
  known: Exclude<DepartmentState, { status: 'ABSENT' }>,
  told: Extract<DepartmentCommand, { type: 'RegisterDepartment' }>,
): readonly DepartmentEvent[] {
  const codes = told.codes.filter((code) => !known.codes.includes(code));
  return [
    ...(codes.length > 0 ? [{ type: 'DepartmentCodesAdded', codes } as const] : []),
    ...(told.name !== known.name ? [{ type: 'DepartmentRenamed', name: told.name } as const] : []),
  ];
}
