import { z } from 'zod';
import { problemOf, readKeys, type Keys } from './keys.ts';
import { text } from './variable.ts';

const FORM = 'must be "subgraph=id:secret,id:secret", separated by semicolons';

const keysBySubgraph = text('the keys of the request tokens, by subgraph').transform(
  (value, context): Readonly<Record<string, Keys>> => {
    const rings = value.split(';').map(readRing);
    const problem = rings.map(problemOfRing).find((it) => it !== undefined);
    if (problem === undefined) {
      const names = rings.map((ring) => ring?.subgraph);
      if (new Set(names).size === names.length) {
        return Object.fromEntries(rings.flatMap((it) => (it ? [[it.subgraph, it.keys]] : [])));
      }
    }
    context.addIssue({ code: 'custom', message: problem ?? 'must name each subgraph once' });
    return z.NEVER;
  },
);

/** `{ keys }` by subgraph, which the gateway alone knows together. */
export const subgraphKeysEnvironment = z
  .object({ SUBGRAPH_TOKEN_KEYS: keysBySubgraph })
  .transform((it) => ({ keys: it.SUBGRAPH_TOKEN_KEYS }));

function readRing(part: string): { readonly subgraph: string; readonly keys: Keys } | undefined {
  const [, subgraph, ring] = /^\s*([a-z][\w-]*)=(.+)$/.exec(part) ?? [];
  const keys = ring === undefined ? undefined : readKeys(ring);
  return subgraph === undefined || keys === undefined ? undefined : { subgraph, keys };
}

const problemOfRing = (ring: ReturnType<typeof readRing>): string | undefined =>
  ring === undefined ? FORM : problemOf(ring.keys);
