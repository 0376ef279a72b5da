import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../logs/create-log.ts';

/** In this order: traffic looks away, requests end, then what they set going, then the connections. */
export const STOP_STAGES = ['unready', 'drainRequests', 'drainConsumers', 'close'] as const;
export type StopStage = (typeof STOP_STAGES)[number];

export interface Lifecycle {
  /** Within a stage what was added last stops first. */
  onStop(stage: StopStage, name: string, stop: () => Promise<void> | void): void;
  /** Stops all, once; false when a step failed or the time was over. A step that fails holds up no other. */
  stop(reason: string): Promise<boolean>;
}

export function createLifecycle(log: Log, withinMs = 30_000): Lifecycle {
  const steps: { stage: StopStage; name: string; stop: () => Promise<void> | void }[] = [];
  let stopping: Promise<boolean> | undefined;

  async function stopAll(): Promise<boolean> {
    let isClean = true;
    for (const stage of STOP_STAGES) {
      for (const { name, stop } of steps.filter((step) => step.stage === stage).reverse()) {
        try {
          await stop();
        } catch (error) {
          isClean = false;
          log.error({ err: error, stage, step: name }, 'a step of the stop failed');
        }
      }
    }
    return isClean;
  }

  async function stopInTime(reason: string): Promise<boolean> {
    log.info({ reason }, 'stopping');
    const over = new AbortController();
    const late = sleep(withinMs, 'late' as const, { signal: over.signal });
    late.catch(() => undefined); // It is aborted below.
    const outcome = await Promise.race([stopAll(), late]);
    over.abort();
    if (outcome === 'late') log.error({ withinMs }, 'the stop took too long');
    else log.info({ isClean: outcome }, 'stopped');
    return outcome === true;
  }

  return {
    onStop(stage, name, stop) {
      steps.push({ stage, name, stop });
    },
    stop: (reason) => (stopping ??= stopInTime(reason)),
  };
}
