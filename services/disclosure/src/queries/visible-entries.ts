import type { Viewer } from '@onewindow/identity';
import { isPublic, type KnownEntry } from '../domain/disclosure-entry.ts';

/** The department whose drafts a viewer works on: by his token, never by an argument. Null: none. */
export function deskOf({ kind, scopes, department }: Viewer): string | null {
  const works = scopes.has('disclosure:edit') || scopes.has('disclosure:review');
  return kind === 'STAFF' && works && department !== undefined ? department : null;
}

export function isOfDesk(viewer: Viewer, { department }: Pick<KnownEntry, 'department'>): boolean {
  return deskOf(viewer) === department;
}

/** Everybody reads what is public; everything else exists for the department's editors and reviewers only. */
export function mayRead(viewer: Viewer, entry: KnownEntry): boolean {
  return isPublic(entry) || isOfDesk(viewer, entry);
}
