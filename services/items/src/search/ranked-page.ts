import { createHash } from 'node:crypto';
import { InvalidCursor, readCursor, writeCursor } from '@onewindow/kernel';
import type { PageRequest } from '@onewindow/persistence';

/** Ranked rows, best first, and of equal ones the smaller id first. */
interface Ranked {
  readonly score: number;
  readonly item: { readonly id: string };
}

/** A page of what was ranked. Its cursors hold score and id, so that what is new in between moves nothing. */
export function pageOfRanked<Row extends Ranked>(
  typed: string,
  rows: readonly Row[],
  { first, after }: PageRequest,
) {
  const behind = after === undefined ? rows : rowsBehind(rows, parseCursor(typed, after));
  return {
    edges: behind.slice(0, first).map((row) => ({ cursor: cursorOf(typed, row), node: row })),
    hasNextPage: behind.length > first,
    hasPreviousPage: after !== undefined,
  };
}

interface Position {
  readonly score: number;
  readonly id: string;
}

function rowsBehind<Row extends Ranked>(rows: readonly Row[], { score, id }: Position) {
  return rows.filter((row) => row.score < score || (row.score === score && row.item.id > id));
}

const cursorOf = (typed: string, { score, item }: Ranked) =>
  writeCursor(listOf(typed), [score, item.id]);

function parseCursor(typed: string, cursor: string): Position {
  const [score, id] = readCursor(listOf(typed), cursor, 2);
  if (typeof score !== 'number' || typeof id !== 'string')
    throw new InvalidCursor('This cursor is not of this search.');
  return { score, id };
}

/** A score means something for its question only. */
const listOf = (typed: string) =>
  `search.${createHash('sha256').update(typed).digest('base64url').slice(0, 12)}`;
