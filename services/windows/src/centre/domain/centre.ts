import { accept, defineDecider } from '@onewindow/kernel';

export type CentreLevel =
  'PROVINCE' | 'CITY' | 'DISTRICT_COUNTY' | 'TOWNSHIP_STREET' | 'VILLAGE_COMMUNITY';

/** What is known of a government service centre (政务服务中心, 002:3). */
export interface CentreFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly level: CentreLevel;
  readonly superiorCentre: string | null;
  readonly address: string | null;
  /** Floor area in square metres, null when not told. */
  readonly area: number | null;
}

export type CentreState =
  { readonly status: 'ABSENT' } | ({ readonly status: 'REGISTERED' } & CentreFacts);
export type CentreCommand = { readonly type: 'RegisterCentre' } & CentreFacts;
export type CentreEvent = { readonly type: 'CentreRegistered' } & CentreFacts;

/** A centre is registered once. */
export const centre = defineDecider<CentreState, CentreCommand, CentreEvent>()({
  initial: { status: 'ABSENT' },
  permitted: { ABSENT: ['RegisterCentre'], REGISTERED: [] },
  branches: {
    RegisterCentre: (command) => accept({ type: 'CentreRegistered', ...factsOf(command) }),
  },
  evolve: (_state, event) => ({ status: 'REGISTERED', ...factsOf(event) }),
});

/** What is stored for ever is named: what is added to the command is not added to history. */
function factsOf(told: CentreFacts): CentreFacts {
  const { id, code, name, region, level, superiorCentre, address, area } = told;
  return { id, code, name, region, level, superiorCentre, address, area };
}

/** The least floor area in square metres: township 200, street 150, read as the lower of their shared level (002:161). */
const LEAST_AREA: Partial<Record<CentreLevel, number>> = { TOWNSHIP_STREET: 150 };

/** Whether the floor area is large enough; null when the area is not told or no rule sets one (002:161). */
export function isAreaCompliant({ level, area }: Pick<CentreFacts, 'level' | 'area'>) {
  const least = LEAST_AREA[level];
  return least === undefined || area === null ? null : area >= least;
}
