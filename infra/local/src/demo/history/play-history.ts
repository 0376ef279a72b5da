import { dayOf } from '@onewindow/calendar';
import type { ClockFile } from '../clock-file.ts';
import type { Graph } from '../graph.ts';
import { inLanes } from '../in-lanes.ts';
import type { Step } from './step.ts';

/** What a service answers that has not heard yet of the item, the post or the letter. */
export const NOT_YET = [
  'ItemNotInService',
  'NotOnPost',
  'NotAuthorizedForItem',
  'NotFound',
  'NotYetKnown',
];

const LANES = 4;

/**
 * Plays steps that are in order of time: the clocks of all programs are set to each moment, and what belongs to it is
 * done through the graph. Different cases go side by side, each one step by step. A step has a `commandId`, so that
 * playing again changes nothing.
 */
export async function playHistory(
  graph: Pick<Graph, 'command'>,
  clock: Pick<ClockFile, 'set'>,
  steps: readonly Step[],
): Promise<void> {
  for (const [at, together] of groupedBy(steps, (step) => step.at)) {
    clock.set(at);
    const things = [...groupedBy(together, ({ about }) => about).values()];
    await inLanes(LANES, things, async (ofOne) => {
      for (const { persona, mutation, input } of ofOne) {
        await graph.command({ persona, mutation, input, notYet: NOT_YET });
      }
    });
  }
}

/** The months of the plan, each with its steps. */
export const byMonth = (steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> =>
  groupedBy(steps, ({ at }) => dayOf(at).slice(0, 7));

function groupedBy<One, Key>(
  list: readonly One[],
  keyOf: (one: One) => Key,
): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
