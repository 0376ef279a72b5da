import { randomInt } from 'node:crypto';
import type { Contender } from '../contender.ts';
import { askerOf } from './load.ts';
import { ids } from './rows.ts';

/** A service with the address that its operators ask. */
export interface Subgraph extends Contender {
  readonly admin: string;
}

export interface WriteCost {
  readonly mutation: string;
  readonly clients: number;
  readonly written: number;
  readonly failed: number;
  readonly perSecond: number;
  /** Mongo commands of each request, without its share of the note of what was published. */
  readonly commands: number;
}

const SUBMIT = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) {
  __typename ... on SubmitCaseSuccess { case { id } } } }`;
const ACCEPT = `mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) {
  __typename ... on AcceptCaseSuccess { case { id } } } }`;

/** Submits this many cases by so many clients at once, each of an applicant of its own; their ids come with it. */
export const submitCases = (
  service: Subgraph,
  { clients, cases }: { readonly clients: number; readonly cases: number },
) =>
  write(
    service,
    { mutation: 'submitCase', query: SUBMIT, clients },
    Array.from({ length: cases }, filed),
  );

/** Accepts these: their clocks run for weeks then, as those of most cases. */
export const acceptCases = (
  service: Subgraph,
  { clients, cases }: { readonly clients: number; readonly cases: readonly string[] },
) =>
  write(
    service,
    { mutation: 'acceptCase', query: ACCEPT, clients },
    cases.map((caseId) => ({ caseId, rightsInformed: true })),
  );

/** One of a hundred million million demo applicants: so nobody has two applications that are open. */
const filed = () => ({
  ...{ itemId: ids.item, materials: ['m1', 'm2', 'm3'] },
  applicant: {
    ...{ kind: 'NATURAL', name: '示例', phone: '0000-0000000' },
    identityNumber: `99${randomInt(1e14).toString().padStart(15, '0')}0`,
  },
});

async function write(
  service: Subgraph,
  asked: { readonly mutation: string; readonly query: string; readonly clients: number },
  inputs: readonly object[],
): Promise<WriteCost & { readonly made: readonly string[] }> {
  const { mutation, query, clients } = asked;
  const asker = askerOf(service, clients);
  const made: string[] = [];
  const left = [...inputs];
  const commandsBefore = await commandsSoFar(service);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let input = left.pop(); input !== undefined; input = left.pop()) {
        const text = await asker.ask({ query, variables: { input } });
        const id = /"id":"([^"]+)"/.exec(text)?.[1];
        if (id !== undefined) made.push(id);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const commands = ((await commandsSoFar(service)) - commandsBefore) / inputs.length;
  await asker.close();
  return {
    ...{ mutation, clients, commands, made },
    written: made.length,
    failed: inputs.length - made.length,
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
