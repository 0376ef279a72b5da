import type { portPlan } from '../setup/ports.mjs';
import type { Secrets } from './secrets.ts';
import type { StateFolders } from './state-folders.ts';
import type { Supervision } from './supervise.ts';

/** What `start.mjs` hands over once the workspace is ready. */
export interface Launch {
  readonly root: string;
  readonly port: number;
  readonly fresh: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly guard: Supervision['guard'];
  readonly progress: {
    step<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
    say(text: string): void;
  };
  /** Registers the way to stop everything, which whoever ends the launcher goes. */
  readonly atEnd: (stop: () => Promise<void>) => void;
}

/** A run before its servers are there. */
export interface Base {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly ports: ReturnType<typeof portPlan>;
  readonly folders: StateFolders;
  readonly secrets: Secrets;
  readonly watch: Pick<Supervision, 'guard' | 'say' | 'giveUp'>;
}

/** A run with the servers that all programs share. */
export interface Site extends Base {
  readonly mongoUri: string;
  readonly natsUrl: string;
}
