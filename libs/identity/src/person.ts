import type { Viewer } from './viewer.ts';

/** Somebody, whichever login he came in by. */
export interface Person {
  /** What a record keeps of him: the staff id, else the account (`Viewer.id`). */
  readonly id: string;
  /** The id by which windows knows a member of staff. Null for everybody else, and for a token without one. */
  readonly staffId: string | null;
  /** Every id by which a record may name him: older ones name members of staff by their account. */
  readonly ids: readonly string[];
}

/**
 * Who the viewer is. Two viewers are the same person when they have the same staff id, else when they have the
 * same account. This is the only place that says so: compare persons with `isPerson` and `isOneOf`.
 */
export function personOf({ kind, id, staffId: claimed }: Viewer): Person {
  const staffId = kind === 'STAFF' && claimed !== undefined && claimed !== '' ? claimed : null;
  return { id: staffId ?? id, staffId, ids: staffId === null ? [id] : [staffId, id] };
}

/** For what only a named member of staff may do (investigator, superior): he is known, and is the one named. */
export function isPerson(viewer: Viewer, named: string | null): boolean {
  const { staffId } = personOf(viewer);
  return staffId !== null && staffId === named;
}

/**
 * For what somebody may do who is none of these people (handler, author, target, reporter). Of staff whose id
 * is not known nobody can say who they are not: ask `isKnownStaff` first, and refuse with `NotAuthorized`.
 */
export function isOneOf(viewer: Viewer, people: readonly (string | null)[]): boolean {
  return personOf(viewer).ids.some((id) => people.includes(id));
}

/** Staff who can be told apart from others: what must be done by somebody else than X is done by these only. */
export function isKnownStaff(viewer: Viewer): boolean {
  return personOf(viewer).staffId !== null;
}

/** Who may be written down as an author: a program by its account, members of staff only when they are known. */
export function authorOf(viewer: Viewer): string | null {
  const { id, staffId } = personOf(viewer);
  return viewer.kind === 'STAFF' ? staffId : id;
}
