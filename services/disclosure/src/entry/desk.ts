import type { Viewer } from '@onewindow/identity';
import type { KnownEntry } from './domain/disclosure-entry.ts';

/** The department whose drafts a viewer works on: by his token, never by an argument. Null: none. */
export function deskOf({ kind, scopes, department }: Viewer): string | null {
  const works = scopes.has('disclosure:edit') || scopes.has('disclosure:review');
  return kind === 'STAFF' && works && department !== undefined ? department : null;
}

/** Whether the entry is one of the department whose drafts the viewer works on. */
export function isOfDesk(viewer: Viewer, { department }: Pick<KnownEntry, 'department'>): boolean {
  return deskOf(viewer) === department;
}
