import { SignJWT, importJWK, type JWK } from 'jose';
import type { ViewerClaims } from '@onewindow/identity';

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  /** The private key, with `alg` and `kid`. */
  readonly key: JWK;
}

/** A working day: nobody at a terminal wants to fetch another one each hour. */
export const LIFETIME_SECONDS = 8 * 60 * 60;

/** A token as the authorization code flow gives it, without the flow: for a person at a terminal of this machine. */
export async function signPersonaToken(
  claims: ViewerClaims,
  { issuer, audience, key }: TokenSettings,
): Promise<string> {
  const { alg = 'RS256', kid = '' } = key;
  const { sub, ...others } = claims;
  return await new SignJWT({ ...others })
    .setProtectedHeader({ alg, kid, typ: 'at+jwt' })
    .setSubject(sub)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(await importJWK(key, alg));
}
