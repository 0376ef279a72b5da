import { accept, reject, type Decider } from '@onewindow/kernel';

export type ParcelState =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'SENT'; readonly weight: number }
  | { readonly status: 'DELIVERED' };

export type ParcelCommand =
  { readonly type: 'Send'; readonly weight: number } | { readonly type: 'Deliver' };

export type ParcelEvent =
  | { readonly type: 'Sent'; readonly weight: number }
  | { readonly type: 'Delivered' }
  | { readonly type: 'Thanked' };

export interface ParcelRejection {
  readonly code: 'NotPermitted';
  readonly status: ParcelState['status'];
}

export type ParcelDecider = Decider<ParcelState, ParcelCommand, ParcelEvent, ParcelRejection>;

export const PERMITTED: Record<ParcelState['status'], readonly ParcelCommand['type'][]> = {
  ABSENT: ['Send'],
  SENT: ['Deliver'],
  DELIVERED: ['Deliver'],
};

/** A small rule of its own to hold the tools against: delivering twice is accepted and changes nothing. */
export const parcel: ParcelDecider = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    if (command.type === 'Send' && state.status === 'ABSENT') {
      return accept({ type: 'Sent', weight: command.weight });
    }
    if (command.type === 'Deliver' && state.status === 'SENT') {
      return accept({ type: 'Delivered' }, { type: 'Thanked' });
    }
    return command.type === 'Deliver' && state.status === 'DELIVERED'
      ? accept()
      : reject({ code: 'NotPermitted', status: state.status });
  },
  evolve: (state, event) => {
    if (event.type === 'Sent') return { status: 'SENT', weight: event.weight };
    return event.type === 'Delivered' ? { status: 'DELIVERED' } : state;
  },
};
