import type { Contender } from '../contender.ts';
import { median } from '../statistics.ts';
import { askerOf } from './load.ts';
import { ids } from './rows.ts';

/** One read, as the subgraph and as the bare program are asked for it. */
interface Read {
  readonly name: string;
  /** How many times the bare program's CPU it may take. */
  readonly reach: number;
  readonly subgraph: object;
  readonly bare: object;
}

export interface ReadCost {
  readonly name: string;
  readonly reach: number;
  /** Milliseconds of CPU for a request: medians of the rounds. */
  readonly cpuMs: number;
  readonly bareMs: number;
  /** The median of what each round says, with the lowest and the highest. */
  readonly times: number;
  readonly spread: readonly [number, number];
}

const CONNECTIONS = 4;
const WARM_UP = 400;

export const readsOf = (cases: readonly string[]): readonly Read[] => {
  const representations = cases.slice(0, 20).map((id) => ({ __typename: 'Case', id }));
  const listed = ['status', 'receiptNumber', 'submittedAt'];
  return [
    {
      name: '_entities of 20 cases, two leaf fields',
      reach: 3,
      subgraph: {
        query: `query ($representations: [_Any!]!) {
          _entities(representations: $representations) { ... on Case { status receiptNumber } } }`,
        variables: { representations },
      },
      bare: { variables: { ids: cases.slice(0, 20), fields: ['status', 'receiptNumber'] } },
    },
    {
      name: 'list of 20, four fields',
      reach: 2,
      subgraph: {
        query: `{ cases(first: 20) { edges { node { id ${listed.join(' ')} } } } }`,
        variables: {},
      },
      bare: { variables: { department: ids.department, fields: listed } },
    },
  ];
};

/** Both by turns, round after round, so that whatever slows the machine slows both. */
export async function costOfReads(
  { subgraph, bare }: { readonly subgraph: Contender; readonly bare: Contender },
  reads: readonly Read[],
  { rounds, requests }: { readonly rounds: number; readonly requests: number },
): Promise<readonly ReadCost[]> {
  const costs: ReadCost[] = [];
  for (const read of reads) {
    await cpuOf(subgraph, read.subgraph, WARM_UP);
    await cpuOf(bare, read.bare, WARM_UP);
    const measured: { readonly ours: number; readonly least: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await cpuOf(subgraph, read.subgraph, requests);
      measured.push({ ours, least: await cpuOf(bare, read.bare, requests) });
    }
    const ratios = measured.map(({ ours, least }) => ours / least);
    costs.push({
      ...{ name: read.name, reach: read.reach },
      cpuMs: median(measured.map(({ ours }) => ours)),
      bareMs: median(measured.map(({ least }) => least)),
      times: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
    });
  }
  return costs;
}

async function cpuOf(contender: Contender, body: object, requests: number): Promise<number> {
  const asker = askerOf(contender, CONNECTIONS);
  let left = requests;
  const before = contender.cpu();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left > 0) {
        left -= 1;
        const text = await asker.ask(body);
        if (text.includes('"errors"') || text.split('"status"').length - 1 !== 20)
          throw new Error(`${contender.name} answered ${text.slice(0, 300)}`);
      }
    }),
  );
  const cpu = (contender.cpu() - before) / requests;
  await asker.close();
  return cpu;
}
