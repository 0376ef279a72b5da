import type { Viewer } from '@onewindow/identity';

/** Who may manage windows at all; whether this one is his is the row's own question. */
export const managesWindows = (viewer: Viewer): boolean => viewer.scopes.has('windows:manage');
