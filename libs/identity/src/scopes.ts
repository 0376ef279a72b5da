/** What kind of thing somebody does, `<area>:<verb>`. Posts, authorisations and custody are facts of windows, not scopes. */
export const SCOPES = [
  'items:edit',
  'items:review',
  'items:import',
  'windows:manage',
  'rules:manage',
  'cases:handle',
  'cases:decide',
  'cases:centre',
  'fees:bill',
  'fees:invoice',
  'fees:collect',
  'supervision:handle',
  'disclosure:edit',
  'disclosure:review',
  'personal:read',
  'records:erase',
  'statistics:read',
  'platform:operate',
] as const;

export type Scope = (typeof SCOPES)[number];

const known: ReadonlySet<string> = new Set(SCOPES);

/** The scopes of a token's space separated `scope` claim; unknown ones (of other systems) are left out. */
export function parseScopes(claim: string): ReadonlySet<Scope> {
  return new Set(claim.split(' ').filter((scope): scope is Scope => known.has(scope)));
}
