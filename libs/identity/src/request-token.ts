import { hash } from 'node:crypto';

/** How long a request token lives, in seconds, and by how much the clocks of two machines may differ. */
export const REQUEST_TOKEN_LIFETIME = 60;
export const CLOCK_SKEW = 5;

export const REQUEST_TOKEN = { typ: 'onewindow-request+jwt', purpose: 'request tokens' } as const;

/** The claim `bh`: SHA-256 of the body as it is sent, base64url. */
export const bodyHash = (body: string | Buffer): string => hash('sha256', body, 'base64url');
