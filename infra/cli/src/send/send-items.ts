import type { ParsedRow } from '../import/parsed-row.ts';
import { reason } from '../import/reasons.ts';
import { GatewayAway, GatewayRefused } from './gateway-problems.ts';
import type { GraphClient } from './graph-client.ts';
import { IMPORT_ITEMS } from './operations.ts';
import type { ReportRow, RowOutcome } from './report.ts';

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
  {
    commandId,
    waits = WAITS_FOR_DEPARTMENTS,
    refusedDepartments = [],
  }: {
    readonly commandId: string;
    readonly waits?: readonly number[];
    readonly refusedDepartments?: readonly string[];
  },
) {
  const hopeless = new Set(refusedDepartments);
  const sendOnce = createSending(client, commandId);
  return async (rows: readonly Sendable[]): Promise<readonly ReportRow[]> => {
    let outcomes = await sendOnce(rows);
    const early = () =>
      rows.filter(
        ({ row }, index) => isEarly(outcomes[index]) && !hopeless.has(row.departmentCode),
      );
    for (const wait of waits) {
      const waiting = early();
      if (waiting.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      const again = await sendOnce(waiting);
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

/** After so many rows in a row that somebody failed over, the rows are not what is at fault. */
const FAULTS_IN_A_ROW = 5;

function createSending(client: GraphClient, commandId: string) {
  let faults = 0;

  async function sendOnce(rows: readonly Sendable[]): Promise<readonly ReportRow[]> {
    // One id for the whole import: asked again, items says what it did. An id made from the content
    // would hold back a row that says again what it said before another one.
    const input = { commandId, rows: rows.map(({ row }) => row) };
    const answer = await client.send(IMPORT_ITEMS, { input });
    if (answer.kind === 'AWAY') throw new GatewayAway(answer.message);
    if (answer.kind === 'FORBIDDEN') throw new GatewayRefused(answer.message);
    if (answer.kind === 'FAULT') {
      if (rows.length === 1) faults += 1;
      if (faults >= FAULTS_IN_A_ROW) throw new GatewayAway(answer.message);
      return alone(rows, answer.message);
    }
    faults = 0;
    if (answer.kind === 'REFUSED') return alone(rows, answer.message);
    const result = answer.data['importItems'] as Imported;
    if (result.outcomes === undefined)
      return alone(rows, `${result.code ?? ''} ${result.message ?? ''}`.trim());
    return rows.flatMap(({ position, code, name, reasons }, index) => {
      const told = result.outcomes?.[index];
      if (told === undefined) return [];
      const more = told.reasons.map((one) => ({ code: one.code, ...detailOf(one) }));
      return [{ position, code, name, outcome: told.outcome, reasons: [...reasons, ...more] }];
    });
  }

  /** A request that nobody can answer is halved until the row that makes it so stands alone. */
  async function alone(rows: readonly Sendable[], message: string): Promise<readonly ReportRow[]> {
    if (rows.length > 1) {
      const middle = Math.ceil(rows.length / 2);
      const first = await sendOnce(rows.slice(0, middle));
      return [...first, ...(await sendOnce(rows.slice(middle)))];
    }
    return rows.map(({ position, code, name, reasons }) => ({
      ...{ position, code, name, outcome: 'REFUSED' },
      reasons: [...reasons, reason('REQUEST_REFUSED', message)],
    }));
  }

  return sendOnce;
}

/** Which fields can't be right: paths, which are read in any language. */
function detailOf({ code, message }: { readonly code: string; readonly message: string }) {
  if (code !== 'InvalidRow') return {};
  const paths = message.match(/[a-z]\w*(?:\.\w+)+|\b(?:code|aliases|departmentCode)\b/giu) ?? [];
  return { detail: paths.length > 0 ? [...new Set(paths)].join(', ').slice(0, 200) : message };
}
