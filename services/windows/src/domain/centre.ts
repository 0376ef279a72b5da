import { accept, reject, type Decider } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';

export type CentreLevel =
  'PROVINCE' | 'CITY' | 'DISTRICT_COUNTY' | 'TOWNSHIP_STREET' | 'VILLAGE_COMMUNITY';

/** What is known of a government service centre (政务服务中心, 002:3). Area in square metres, null when not told. */
export interface CentreFacts {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly level: CentreLevel;
  readonly superiorCentre: string | null;
  readonly address: string | null;
  readonly area: number | null;
}

export type CentreState =
  | { readonly status: 'ABSENT' }
  | ({ readonly status: 'REGISTERED'; readonly id: string } & CentreFacts);
export type CentreCommand = { readonly type: 'RegisterCentre'; readonly id: string } & CentreFacts;
export type CentreEvent = { readonly type: 'CentreRegistered'; readonly id: string } & CentreFacts;

export const centre: Decider<CentreState, CentreCommand, CentreEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    if (state.status !== 'ABSENT') return reject(notPermitted(state.status));
    return accept({ ...command, type: 'CentreRegistered' });
  },
  evolve: (_state, event) => {
    const { type: _, ...facts } = event;
    return { ...facts, status: 'REGISTERED' };
  },
};

/** The least floor area in square metres: township 200, street 150, read as the lower of their shared level (002:161). */
const LEAST_AREA: Partial<Record<CentreLevel, number>> = { TOWNSHIP_STREET: 150 };

/** Whether the floor area is large enough; null when the area is not told or no rule sets one (002:161). */
export function isAreaCompliant(facts: CentreFacts): boolean | null {
  const least = LEAST_AREA[facts.level];
  return least === undefined || facts.area === null ? null : facts.area >= least;
}
