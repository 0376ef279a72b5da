import type { IncomingHttpHeaders } from 'node:http';
import type { PersonTokenVerifier, SessionTokens, Viewer } from '@onewindow/identity';
import type { Log } from '@onewindow/runtime';

/** Carries the signed session of somebody who has not signed in, as a header or as a cookie. */
export const SESSION = 'onewindow-session';

export type Authenticated =
  | { readonly ok: true; readonly viewer: Viewer; readonly mintedSession?: string }
  | { readonly ok: false };

export interface ViewerOfRequestOptions {
  readonly persons: PersonTokenVerifier;
  readonly sessions: SessionTokens;
}

/**
 * Who asks: a person by token, else an anonymous session, made where there is none that is good. A
 * token that is not good is refused and never taken for no token.
 */
export async function viewerOfRequest(
  { persons, sessions }: ViewerOfRequestOptions,
  headers: IncomingHttpHeaders,
  told: { readonly log: Log },
): Promise<Authenticated> {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    const verified = token === undefined ? undefined : await persons.verify(token);
    if (verified?.ok === true) return { ok: true, viewer: verified.value };
    told.log.warn({ fault: verified?.fault ?? 'MALFORMED' }, 'token refused');
    return { ok: false };
  }
  const token = sessionOf(headers);
  const session = token === undefined ? undefined : sessions.verify(token);
  if (session?.ok === true) return { ok: true, viewer: session.value };
  const minted = sessions.mint();
  return { ok: true, viewer: minted.viewer, mintedSession: minted.token };
}

function sessionOf(headers: IncomingHttpHeaders): string | undefined {
  const header = headers[SESSION];
  if (typeof header === 'string') return header;
  return headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${SESSION}=`))
    ?.slice(SESSION.length + 1);
}
