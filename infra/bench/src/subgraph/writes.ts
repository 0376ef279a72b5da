import { randomInt } from 'node:crypto';
import type { Contender } from '../contender.ts';
import { askerOf } from './load.ts';
import { ids } from './rows.ts';

/** A service with the address that its operators ask. */
export interface Subgraph extends Contender {
  readonly admin: string;
}

export interface WriteCost {
  readonly clients: number;
  readonly written: number;
  readonly failed: number;
  readonly perSecond: number;
  /** Mongo commands of each request, without the claim of its token's nonce and the note of what was published. */
  readonly commands: number;
}

const SUBMIT = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) {
  __typename ... on SubmitCaseSuccess { case { id } } } }`;

/** One of a hundred million demo applicants: so nobody has two applications that are open. */
const input = () => ({
  ...{ itemId: ids.item, materials: ['m1', 'm2', 'm3'] },
  applicant: {
    ...{ kind: 'NATURAL', name: '示例', phone: '0000-0000000' },
    identityNumber: `99${randomInt(1e14).toString().padStart(15, '0')}0`,
  },
});

/** Submits this many cases by so many clients at once; the ids of what was made come with it. */
export async function submitCases(
  service: Subgraph,
  { clients, cases }: { readonly clients: number; readonly cases: number },
): Promise<WriteCost & { readonly made: readonly string[] }> {
  const asker = askerOf(service, clients);
  const made: string[] = [];
  let [left, failed] = [cases, 0];
  const commandsBefore = await commandsSoFar(service);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left > 0) {
        left -= 1;
        const text = await asker.ask({ query: SUBMIT, variables: { input: input() } });
        const id = /"id":"([^"]+)"/.exec(text)?.[1];
        if (id === undefined) failed += 1;
        else made.push(id);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const commands = ((await commandsSoFar(service)) - commandsBefore) / cases;
  await asker.close();
  return {
    ...{ clients, failed, commands, made },
    written: made.length,
    perSecond: made.length / seconds,
  };
}

async function commandsSoFar({ admin }: Subgraph): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', admin))).text();
  return metrics
    .split('\n')
    .filter((line) => line.startsWith('onewindow_request_mongo_commands_total'))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
