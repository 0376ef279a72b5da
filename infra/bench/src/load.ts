import { Pool } from 'undici';
import type { Contender } from './contender.ts';

export interface Load {
  readonly query: string;
  readonly rows: number;
  /** Requests in flight. */
  readonly connections: number;
}

export interface Cost {
  /** Milliseconds of CPU for one request. */
  readonly cpuMs: number;
  readonly perSecond: number;
}

/** No two requests have the same variables: nothing can be answered from a cache. */
let seed = 1;
const SEEDS = 4_000;

/** Sends this many requests and answers what each has cost the contender. Throws at the first answer that is not complete. */
export async function costOf(
  contender: Contender,
  { query, rows, connections }: Load,
  requests: number,
): Promise<Cost> {
  const { origin, pathname } = new URL(contender.url);
  const pool = new Pool(origin, { connections });
  let left = requests;
  const send = async () => {
    while (left > 0) {
      left -= 1;
      seed = (seed + 1) % SEEDS;
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json', ...contender.headers },
        body: JSON.stringify({ query, variables: { first: rows, seed } }),
      });
      const text = await body.text();
      if (statusCode !== 200 || !isComplete(text, rows))
        throw new Error(`${contender.name} answered ${statusCode}: ${text.slice(0, 300)}`);
    }
  };
  const [cpuBefore, before] = [contender.cpu(), performance.now()];
  await Promise.all(Array.from({ length: connections }, send));
  const [cpu, elapsed] = [contender.cpu() - cpuBefore, performance.now() - before];
  await pool.close();
  return { cpuMs: cpu / requests, perSecond: (requests * 1000) / elapsed };
}

/** Looks at the text alone: what checks an answer must cost little beside it. */
function isComplete(text: string, rows: number): boolean {
  return !text.includes('"errors"') && text.split('"inStock"').length - 1 === rows;
}
