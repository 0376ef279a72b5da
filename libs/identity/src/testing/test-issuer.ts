import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';

/** An identity provider for tests: real keys, served over real HTTP. */
export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string;
  readonly jwks: JSONWebKeySet;
  /** For tokens of another making, forged ones above all. */
  readonly privateKey: CryptoKey;
  /** A good token for five minutes; `claims` and `header` replace what it would say, `undefined` removes it. */
  mint(claims?: Claims, header?: Readonly<Record<string, string | undefined>>): Promise<string>;
  /** Takes the key set away and answers 503 until `restore`: the provider's outage. */
  fail(): void;
  restore(): void;
  stop(): Promise<void>;
}

type Claims = Readonly<Record<string, unknown>>;
export type TestAlgorithm = 'RS256' | 'ES256' | 'EdDSA';

const audience = 'onewindow';

export async function createTestIssuer(alg: TestAlgorithm = 'ES256'): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = 'test-1';
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }] };
  let isUp = true;
  const server = createServer((_, response) => {
    response.writeHead(isUp ? 200 : 503, { 'content-type': 'application/json' });
    response.end(isUp ? JSON.stringify(jwks) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    audience,
    jwksUri: `${issuer}/jwks`,
    jwks,
    privateKey,
    mint(claims = {}, header = {}) {
      const iat = Math.floor(Date.now() / 1000);
      const payload = { sub: 'person-1', kind: 'NATURAL', scope: '', iss: issuer, aud: audience };
      return new SignJWT({ ...payload, iat, exp: iat + 300, ...claims })
        .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header })
        .sign(privateKey);
    },
    fail() {
      isUp = false;
    },
    restore() {
      isUp = true;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
