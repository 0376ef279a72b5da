import type { Contender } from './contender.ts';
import { costOf, type Cost, type Load } from './load.ts';
import { median, medianBetween } from './statistics.ts';

export interface Measured extends Cost {
  readonly name: string;
  /** How many times cheaper than the first contender, by CPU: the median of what the rounds say. */
  readonly times: number;
  /** Where that median lies with 95 % probability. */
  readonly between: readonly [number, number];
}

export interface Rounds {
  readonly rounds: number;
  /** About how long each contender is loaded with each load in each round. */
  readonly roundMs: number;
}

/** So many smooth what the collector of garbage does. */
const LEAST_REQUESTS = 300;
/** Until then V8 still compiles; whoever takes long for one has compiled all of it in so many milliseconds. */
const WARM_UP_REQUESTS = 2_000;
const WARM_UP_MS = 8_000;

/** What one contender costs under one load. */
interface Run {
  readonly contender: Contender;
  readonly load: Load;
  readonly requests: number;
  readonly costs: Cost[];
}

/**
 * Loads each contender in turn, with each load, round after round, so that whatever slows the machine slows
 * all, there and back, so that nobody is always the first; gives the medians, by load. Before the rounds each warms up, which finds how many requests fill a round.
 */
export async function measure(
  contenders: readonly Contender[],
  loads: readonly Load[],
  { rounds, roundMs }: Rounds,
): Promise<readonly (readonly Measured[])[]> {
  const runs: Run[][] = [];
  for (const load of loads) {
    const ofLoad: Run[] = [];
    for (const contender of contenders) ofLoad.push(await begin(contender, load, roundMs));
    runs.push(ofLoad);
  }
  for (let round = 0; round < rounds; round += 1) {
    const inOrder = round % 2 === 0 ? runs.flat() : runs.flat().reverse();
    for (const { contender, load, requests, costs } of inOrder)
      costs.push(await costOf(contender, load, requests));
  }
  return runs.map((ofLoad) => ofLoad.map((run) => summarise(run, ofLoad[0] ?? run)));
}

function summarise({ contender, costs }: Run, first: Run): Measured {
  const times = costs.map(({ cpuMs }, round) => (first.costs[round]?.cpuMs ?? 0) / cpuMs);
  return {
    name: contender.name,
    cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
    perSecond: median(costs.map(({ perSecond }) => perSecond)),
    times: median(times),
    between: medianBetween(times),
  };
}

async function begin(contender: Contender, load: Load, roundMs: number): Promise<Run> {
  await warmUp(contender, load);
  const { perSecond } = await costOf(contender, load, LEAST_REQUESTS);
  const requests = Math.max(LEAST_REQUESTS, Math.round((perSecond * roundMs) / 1000));
  return { contender, load, requests, costs: [] };
}

async function warmUp(contender: Contender, load: Load): Promise<void> {
  const began = performance.now();
  for (let sent = 0; sent < WARM_UP_REQUESTS; sent += 100) {
    if (performance.now() - began > WARM_UP_MS) return;
    await costOf(contender, load, 100);
  }
}
