import { accept, assertNever, defineDecider, reject } from '@onewindow/kernel';

/**
 * The special seal for administrative approval (行政审批专用章): the force of the unit's own seal
 * (002:37), kept by the chief representative (002:104).
 */
export interface SealFacts {
  readonly id: string;
  readonly code: string;
  readonly department: string;
  readonly region: string;
}

export type SealState =
  | { readonly status: 'ABSENT' }
  | ({ readonly status: 'REGISTERED' | 'DESTROYED' } & SealFacts)
  | ({ readonly status: 'IN_CUSTODY'; readonly custodian: string } & SealFacts);

export type SealCommand =
  | ({ readonly type: 'RegisterSeal' } & SealFacts)
  | {
      readonly type: 'TransferCustody';
      readonly custodian: string;
      /** Whether the one who gets it is an active chief representative of the seal's department. */
      readonly custodianIsChief: boolean;
    }
  | { readonly type: 'DestroySeal'; readonly reason: string };

export type SealEvent =
  | ({ readonly type: 'SealRegistered' } & SealFacts)
  | { readonly type: 'CustodyTransferred'; readonly custodian: string }
  | { readonly type: 'SealDestroyed'; readonly reason: string };

const PERMITTED = {
  ABSENT: ['RegisterSeal'],
  REGISTERED: ['TransferCustody', 'DestroySeal'],
  IN_CUSTODY: ['TransferCustody', 'DestroySeal'],
  DESTROYED: [],
} as const satisfies Record<SealState['status'], readonly SealCommand['type'][]>;

export const approvalSeal = defineDecider<SealState, SealCommand, SealEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    RegisterSeal: ({ id, code, department, region }) =>
      accept({ type: 'SealRegistered', id, code, department, region }),
    TransferCustody: ({ custodian, custodianIsChief }) =>
      custodianIsChief
        ? accept({ type: 'CustodyTransferred', custodian })
        : reject({ code: 'NotChiefRepresentative' }),
    DestroySeal: ({ reason }) => accept({ type: 'SealDestroyed', reason }),
  },
  evolve: (state, event) => {
    if (event.type === 'SealRegistered') {
      const { id, code, department, region } = event;
      return { status: 'REGISTERED', id, code, department, region };
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
});
