import { createHash } from 'node:crypto';
import type { DepartmentRow } from '../import/item-row.ts';
import { chunked } from './chunked.ts';
import type { GraphClient } from './graph-client.ts';
import { REGISTER_DEPARTMENTS } from './operations.ts';

const AT_ONCE = 50;

export interface DepartmentProblem {
  readonly name: string;
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
  for (const batch of chunked(departments, AT_ONCE)) {
    const input = { commandId: commandIdOf(batch), departments: batch };
    const answer = await client.send(REGISTER_DEPARTMENTS, { input });
    if (answer.kind !== 'ANSWERED') {
      problems.push(...batch.map(({ name }) => ({ name, message: answer.message })));
      continue;
    }
    const result = answer.data['registerDepartments'] as Registered;
    const message = result.message ?? result.__typename;
    if (result.outcomes === undefined)
      problems.push(...batch.map(({ name }) => ({ name, message })));
    for (const { name, outcome, reason } of result.outcomes ?? [])
      if (outcome === 'REFUSED') problems.push({ name, message: reason ?? outcome });
  }
  return problems;
}

/** The same content is the same command, also when the import is run again. */
export function commandIdOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}
