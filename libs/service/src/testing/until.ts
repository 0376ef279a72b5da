import { eventually } from '@onewindow/testing';

/** Waits for what others do in their own time; throws when it has not come to be. */
export const until = (isSo: () => boolean | Promise<boolean>, withinMs?: number): Promise<void> =>
  eventually(isSo.toString(), isSo, withinMs);
