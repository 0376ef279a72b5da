import type { ParsedRow } from '../import/parsed-row.ts';
import { reason } from '../import/reasons.ts';
import type { GraphClient } from './graph-client.ts';
import { IMPORT_ITEMS } from './operations.ts';
import type { ReportRow, RowOutcome } from './report.ts';
import { commandIdOf } from './send-departments.ts';

type Sendable = Extract<ParsedRow, { row: object }>;

interface Imported {
  readonly message?: string;
  readonly code?: string;
  readonly outcomes?: readonly {
    readonly code: string;
    readonly outcome: RowOutcome;
    readonly reasons: readonly { readonly code: string; readonly message: string }[];
  }[];
}

/** Departments reach items by events: a row that came before its department is sent again, up to a minute. */
const WAITS_FOR_DEPARTMENTS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 29_000];

/**
 * Sends batches and answers for each row; throws only when nobody answers at all or nothing is allowed.
 * A department that is still unknown after the wait is not waited for again.
 */
export function createItemSender(
  client: GraphClient,
  waits: readonly number[] = WAITS_FOR_DEPARTMENTS,
) {
  const hopeless = new Set<string>();
  return async (rows: readonly Sendable[]): Promise<readonly ReportRow[]> => {
    let outcomes = await sendOnce(client, rows);
    const early = () =>
      rows.filter(
        ({ row }, index) => isEarly(outcomes[index]) && !hopeless.has(row.departmentCode),
      );
    for (const wait of waits) {
      const waiting = early();
      if (waiting.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      const again = await sendOnce(client, waiting);
      const byPosition = new Map(again.map((outcome) => [outcome.position, outcome]));
      outcomes = outcomes.map((outcome) => byPosition.get(outcome.position) ?? outcome);
    }
    for (const { row } of early()) hopeless.add(row.departmentCode);
    return outcomes;
  };
}

function isEarly(outcome: ReportRow | undefined): boolean {
  return (
    outcome?.outcome === 'REFUSED' &&
    outcome.reasons.some(({ code }) => code === 'DepartmentUnknown')
  );
}

async function sendOnce(
  client: GraphClient,
  rows: readonly Sendable[],
): Promise<readonly ReportRow[]> {
  const sent = rows.map(({ row }) => row);
  const input = { commandId: commandIdOf(sent), rows: sent };
  const answer = await client.send(IMPORT_ITEMS, { input });
  if (answer.kind === 'AWAY') throw new GatewayAway(answer.message);
  if (answer.kind === 'FORBIDDEN') throw new GatewayRefused(answer.message);
  if (answer.kind === 'REFUSED') return refusedAlone(client, rows, answer.message);
  const result = answer.data['importItems'] as Imported;
  if (result.outcomes === undefined)
    return refusedAlone(client, rows, `${result.code ?? ''} ${result.message ?? ''}`.trim());
  return rows.flatMap(({ position, code, name, reasons }, index) => {
    const told = result.outcomes?.[index];
    if (told === undefined) return [];
    const more = told.reasons.map((one) => ({ code: one.code, ...detailOf(one) }));
    return [{ position, code, name, outcome: told.outcome, reasons: [...reasons, ...more] }];
  });
}

/** A request that can't be right is halved until the row that makes it so stands alone. */
async function refusedAlone(
  client: GraphClient,
  rows: readonly Sendable[],
  message: string,
): Promise<readonly ReportRow[]> {
  if (rows.length > 1) {
    const middle = Math.ceil(rows.length / 2);
    const first = await sendOnce(client, rows.slice(0, middle));
    return [...first, ...(await sendOnce(client, rows.slice(middle)))];
  }
  return rows.map(({ position, code, name, reasons }) => ({
    ...{ position, code, name, outcome: 'REFUSED' },
    reasons: [...reasons, reason('REQUEST_REFUSED', message)],
  }));
}

/** Only this reason's message tells more than its code. */
function detailOf({ code, message }: { readonly code: string; readonly message: string }) {
  return code === 'InvalidRow' ? { detail: message } : {};
}

/** Nobody answers: the import stops here and goes on from here when it is started again. */
export class GatewayAway extends Error {
  override readonly name = 'GatewayAway';
}

/** The gateway answers and refuses: no rights, or a graph without this mutation. */
export class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused';
}
