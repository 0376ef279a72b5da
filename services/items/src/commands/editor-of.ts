import { authorOf } from '@onewindow/identity';
import type { Caller } from '@onewindow/service';
import type { Editor } from '../domain/item.ts';

/** Who edits items: for which department, and for which centre when he manages it. */
export function editorOf({ viewer }: Caller): Editor {
  return {
    id: authorOf(viewer),
    department: viewer.department ?? null,
    centre: viewer.scopes.has('windows:manage') ? (viewer.centre ?? null) : null,
  };
}
