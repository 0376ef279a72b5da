import { randomUUID } from 'node:crypto';
import type { DepartmentRow } from '../import/item-row.ts';
import { chunked } from './chunked.ts';
import type { GraphClient } from './graph-client.ts';
import { GatewayAway, GatewayRefused } from './gateway-problems.ts';
import { REGISTER_DEPARTMENTS } from './operations.ts';

const AT_ONCE = 50;
/** Codes in one registration of a department; those beyond follow in another one. */
const CODES_AT_ONCE = 50;

export interface DepartmentProblem {
  readonly name: string;
  readonly codes: readonly string[];
  readonly message: string;
}

interface Registered {
  readonly __typename: string;
  readonly message?: string;
  readonly outcomes?: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly reason: string | null;
  }[];
}

/** Registers the file's departments before its items; what was refused is told and stops nothing. */
export async function sendDepartments(
  client: GraphClient,
  departments: readonly DepartmentRow[],
): Promise<readonly DepartmentProblem[]> {
  const problems: DepartmentProblem[] = [];
  for (const batch of chunked(departments.flatMap(withFewCodes), AT_ONCE))
    problems.push(...(await sendBatch(client, batch)));
  return problems;
}

/** Each part has the first code, by which the department is found again. */
function withFewCodes(department: DepartmentRow): readonly DepartmentRow[] {
  const [first, ...others] = department.codes;
  if (first === undefined || others.length < CODES_AT_ONCE) return [department];
  return chunked(others, CODES_AT_ONCE - 1).map((some) => ({
    ...department,
    codes: [first, ...some],
  }));
}

async function sendBatch(
  client: GraphClient,
  batch: readonly DepartmentRow[],
): Promise<readonly DepartmentProblem[]> {
  // Registering twice changes nothing; an id made from the content would hold back a name that returns.
  const input = { commandId: randomUUID(), departments: batch };
  const answer = await client.send(REGISTER_DEPARTMENTS, { input });
  if (answer.kind === 'AWAY') throw new GatewayAway(answer.message);
  if (answer.kind === 'FORBIDDEN') throw new GatewayRefused(answer.message);
  if (answer.kind !== 'ANSWERED') return refusedAlone(client, batch, answer.message);
  const result = answer.data['registerDepartments'] as Registered;
  const { outcomes } = result;
  if (outcomes === undefined)
    return refusedAlone(client, batch, result.message ?? result.__typename);
  return batch.flatMap(({ name, codes }, index) => {
    const told = outcomes[index];
    return told?.outcome === 'REFUSED'
      ? [{ name, codes, message: told.reason ?? told.outcome }]
      : [];
  });
}

/** One department that can't be right never holds up the others: the batch is halved until it stands alone. */
async function refusedAlone(
  client: GraphClient,
  batch: readonly DepartmentRow[],
  message: string,
): Promise<readonly DepartmentProblem[]> {
  if (batch.length === 1) return batch.map(({ name, codes }) => ({ name, codes, message }));
  const middle = Math.ceil(batch.length / 2);
  const first = await sendBatch(client, batch.slice(0, middle));
  return [...first, ...(await sendBatch(client, batch.slice(middle)))];
}
