import type { Scope } from './scopes.ts';

export type ViewerKind = 'NATURAL' | 'LEGAL' | 'STAFF' | 'SERVICE' | 'ANONYMOUS';

/** Who acts for an office or for a program of one. Only they have scopes: whatever a citizen's token says of them counts nothing. */
export const holdsScopes = (kind: ViewerKind): boolean => kind === 'STAFF' || kind === 'SERVICE';

/** Who is asking, from a verified token and nothing else: never from an argument. */
export interface Viewer {
  /** The token's `sub`; `anonymous:<session>` for a signed session; what journals keep as the actor. */
  readonly id: string;
  readonly kind: ViewerKind;
  readonly scopes: ReadonlySet<Scope>;
  /** Blind index of the verified ID number (NATURAL) or unified social credit code (LEGAL). */
  readonly identityIndex?: string;
  readonly staffId?: string;
  /** The department's id. */
  readonly department?: string;
  /** The centre's id. */
  readonly centre?: string;
  /** The region's id. */
  readonly region?: string;
}

/** The viewer's claims as they travel in tokens: plain JSON. */
export interface ViewerClaims {
  readonly sub: string;
  readonly kind: ViewerKind;
  readonly scope: string;
  readonly identityIndex?: string;
  readonly staffId?: string;
  readonly department?: string;
  readonly centre?: string;
  readonly region?: string;
}
