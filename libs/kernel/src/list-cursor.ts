/** A cursor that was not made for the list that is read: another list's, or none at all. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

type Position = readonly (string | number | boolean)[];

/**
 * A place in a list as opaque text. `list` names the list and its order, unlike every other list of the graph:
 * `cases.newest`. What the list is filtered by is no part of it: a place is one in every selection of the same rows.
 */
export function writeCursor(list: string, position: Position): string {
  return Buffer.from(JSON.stringify([list, ...position])).toString('base64url');
}

/** The `length` values of a place in this list. Throws `InvalidCursor`; nothing is guessed of another list's. */
export function readCursor(list: string, cursor: string, length: number): Position {
  const [name, ...position] = partsOf(cursor);
  const isPlain = position.every((value) => ['string', 'number', 'boolean'].includes(typeof value));
  if (name !== list || position.length !== length || !isPlain) {
    throw new InvalidCursor('This cursor is not of this list.');
  }
  return position as Position;
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? (parts as unknown[]) : [];
  } catch (cause) {
    throw new InvalidCursor('This cursor is not ours.', { cause });
  }
}
