import type { BrokerReport, ListeningReport } from '@onewindow/messaging';
import type { DatabaseReport, VerifyReport } from '@onewindow/persistence';

/** All that was collected of a centre before anything is judged. What could not be asked holds the reason. */
export interface Facts {
  /** A centre of `npm start`, on this machine. */
  readonly isLocal: boolean;
  readonly node: string;
  /** As `python3 --version` says; absent where there is none. */
  readonly python: string | undefined;
  /** Every installed package that must go in step; absent outside of a workspace. */
  readonly packages: readonly InstalledPackage[] | undefined;
  /** `nx.json`; absent outside of a workspace. */
  readonly nx: Readonly<Record<string, unknown>> | undefined;
  readonly programs: readonly ProgramFacts[];
  readonly databases: readonly DatabaseFacts[];
  readonly brokers: readonly BrokerFacts[];
  /** The newest rows of all databases, verified. */
  readonly stored: VerifyReport | Unasked;
  /** The secrets that a workspace made for its own centre. */
  readonly localSecrets: readonly string[];
  /** What the file of the business clock says; absent where it says nothing. */
  readonly movedClock: string | undefined;
}

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

export interface ProgramFacts {
  readonly name: string;
  readonly isGateway: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly health: HealthFacts | Unasked;
}

export interface HealthFacts {
  readonly address: string;
  readonly isLive: boolean;
  readonly isReady: boolean;
  readonly clock?: ClockFacts;
  /** Which subgraphs a gateway takes to be up. */
  readonly subgraphs?: Readonly<Record<string, string>>;
}

/** Another clock minus ours, in milliseconds, known to within `within`. */
export interface ClockFacts {
  readonly offset: number;
  readonly within: number;
}

export interface DatabaseFacts {
  /** Of the program whose database it is. */
  readonly program: string;
  readonly report: (DatabaseReport & { readonly more: ListeningReport }) | Unasked;
}

export interface BrokerFacts {
  /** The programs that use it. */
  readonly programs: readonly string[];
  /** Two looks, some time apart: what moves is not stuck. */
  readonly reports: readonly [BrokerReport, BrokerReport] | Unasked;
}

export interface Unasked {
  readonly unasked: string;
}

export const isUnasked = (value: object): value is Unasked => 'unasked' in value;
