import type { Viewer } from '@onewindow/identity';

/** Who may manage a centre's windows at all; which centre is his stands in his token. */
export const manages = (viewer: Viewer) => viewer.scopes.has('windows:manage') || 'NotManager';

/** A manager manages his own centre and nobody else's (002:8). Who belongs to none is told that instead of `because`. */
export function ofHisCentre<const Because extends string>(
  { centre: own }: Viewer,
  centre: string | null,
  because: Because,
): true | 'NoCentre' | Because {
  if (own === undefined) return 'NoCentre';
  return own === centre || because;
}
