import { accept, assertNever, reject, type Decider } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';

/**
 * The special seal for administrative approval (行政审批专用章): the force of the unit's own seal
 * (002:37), kept by the chief representative (002:104).
 */
export type SealState =
  | { readonly status: 'ABSENT' }
  | {
      readonly status: 'REGISTERED' | 'DESTROYED';
      readonly id: string;
      readonly code: string;
      readonly department: string;
      readonly region: string;
    }
  | {
      readonly status: 'IN_CUSTODY';
      readonly id: string;
      readonly code: string;
      readonly department: string;
      readonly region: string;
      readonly custodian: string;
    };

export type SealCommand =
  | {
      readonly type: 'RegisterSeal';
      readonly id: string;
      readonly code: string;
      readonly department: string;
      readonly region: string;
    }
  | {
      readonly type: 'TransferCustody';
      readonly custodian: string;
      /** Whether the one who gets it is an active chief representative of the seal's department. */
      readonly custodianIsChief: boolean;
    }
  | { readonly type: 'DestroySeal'; readonly reason: string };

export type SealEvent =
  | {
      readonly type: 'SealRegistered';
      readonly id: string;
      readonly code: string;
      readonly department: string;
      readonly region: string;
    }
  | { readonly type: 'CustodyTransferred'; readonly custodian: string }
  | { readonly type: 'SealDestroyed'; readonly reason: string };

export const PERMITTED = {
  ABSENT: ['RegisterSeal'],
  REGISTERED: ['TransferCustody', 'DestroySeal'],
  IN_CUSTODY: ['TransferCustody', 'DestroySeal'],
  DESTROYED: [],
} as const satisfies Record<SealState['status'], readonly SealCommand['type'][]>;

export const approvalSeal: Decider<SealState, SealCommand, SealEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    const permitted: readonly string[] = PERMITTED[state.status];
    if (!permitted.includes(command.type)) return reject(notPermitted(state.status));
    switch (command.type) {
      case 'RegisterSeal':
        return accept({ ...command, type: 'SealRegistered' });
      case 'TransferCustody':
        return command.custodianIsChief
          ? accept({ type: 'CustodyTransferred', custodian: command.custodian })
          : reject({ code: 'NotChiefRepresentative' });
      case 'DestroySeal':
        return accept({ ...command, type: 'SealDestroyed' });
      default:
        return assertNever(command);
    }
  },
  evolve: (state, event) => {
    if (event.type === 'SealRegistered') {
      const { type: _, ...facts } = event;
      return { ...facts, status: 'REGISTERED' };
    }
    if (state.status === 'ABSENT') return state;
    const { id, code, department, region } = state;
    switch (event.type) {
      case 'CustodyTransferred':
        return { status: 'IN_CUSTODY', id, code, department, region, custodian: event.custodian };
      case 'SealDestroyed':
        return { status: 'DESTROYED', id, code, department, region };
      default:
        return assertNever(event);
    }
  },
};
