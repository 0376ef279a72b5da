import { workspaceRoot } from '@onewindow/runtime/embedded';

/** The checkout around a folder; an image has none: there it is the folder itself. */
export function folderOf(here: string): string {
  try {
    return workspaceRoot(here);
  } catch {
    return here;
  }
}
