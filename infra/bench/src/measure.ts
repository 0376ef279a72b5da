import type { Contender } from './contender.ts';
import { costOf, type Cost, type Load } from './load.ts';
import { median } from './statistics.ts';

export interface Measured extends Cost {
  readonly name: string;
}

export interface Rounds {
  readonly rounds: number;
  /** About how long each contender is loaded in each round. */
  readonly roundMs: number;
}

/** CPU is told in steps of 10 ms: so much is needed for two digits. */
const LEAST_REQUESTS = 300;
/** Until then V8 still compiles; whoever takes long for one has compiled all of it in so many milliseconds. */
const WARM_UP_REQUESTS = 2_000;
const WARM_UP_MS = 8_000;

/**
 * Loads each contender in turn, round after round, so that whatever slows the machine slows all; gives the
 * medians. The first, shorter round warms up and finds how many requests fill a round.
 */
export async function measure(
  contenders: readonly Contender[],
  load: Load,
  { rounds, roundMs }: Rounds,
): Promise<readonly Measured[]> {
  const runs: { contender: Contender; requests: number; costs: Cost[] }[] = [];
  for (const contender of contenders) {
    await warmUp(contender, load);
    const { perSecond } = await costOf(contender, load, LEAST_REQUESTS);
    const requests = Math.max(LEAST_REQUESTS, Math.round((perSecond * roundMs) / 1000));
    runs.push({ contender, requests, costs: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, requests, costs } of runs)
      costs.push(await costOf(contender, load, requests));
  }
  return runs.map(({ contender, costs }) => ({
    name: contender.name,
    cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
    perSecond: median(costs.map(({ perSecond }) => perSecond)),
  }));
}

async function warmUp(contender: Contender, load: Load): Promise<void> {
  const began = performance.now();
  for (let sent = 0; sent < WARM_UP_REQUESTS; sent += 100) {
    if (performance.now() - began > WARM_UP_MS) return;
    await costOf(contender, load, 100);
  }
}
