import { createHmac, createPublicKey } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type CryptoKey } from 'jose';
import { createPersonTokenVerifier } from './person-token-verifier.ts';
import { createTestIssuer, type TestIssuer } from './testing/index.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await createTestIssuer('RS256');
});
afterAll(() => issuer.stop());

const verify = (token: string) => createPersonTokenVerifier(issuer).verify(token);
const refusal = (fault: string) => ({ ok: false, fault });
const seconds = () => Math.floor(Date.now() / 1000);
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

it('what the forger starts from is accepted, so that each refusal is for the one change', async () => {
  expect(await verify(await issuer.mint())).toMatchObject({ ok: true });
});

describe("a person's token is refused", () => {
  it('when there is none, or it is no token', async () => {
    expect(await verify('')).toEqual(refusal('MISSING'));
    for (const token of ['x', 'a.b.c', '..', `${'A'.repeat(20_000)}.b.c`, 'e30.e30.']) {
      expect((await verify(token)).ok).toBe(false);
    }
    expect(await verify('not a token')).toEqual(refusal('MALFORMED'));
  });

  it('with the algorithm "none"', async () => {
    const [, claims = ''] = (await issuer.mint()).split('.');
    for (const alg of ['none', 'None']) {
      const token = `${encode({ alg, typ: 'at+jwt', kid: 'test-1' })}.${claims}.`;
      expect(await verify(token)).toEqual(refusal('ALGORITHM'));
    }
  });

  it('signed by HS256 with the public key as the secret', async () => {
    const [, claims = ''] = (await issuer.mint()).split('.');
    const jwk = issuer.jwks.keys[0] ?? {};
    const pem = await exportSPKI(
      (await importJWK(jwk, 'RS256', { extractable: true })) as CryptoKey,
    );
    const der = createPublicKey(pem).export({ type: 'spki', format: 'der' });
    for (const secret of [pem, der, JSON.stringify(jwk)]) {
      const input = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'test-1' })}.${claims}`;
      const token = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
      expect(await verify(token)).toEqual(refusal('ALGORITHM'));
    }
  });

  it('signed with a key that is not the provider’s, under its key id', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const [, claims = ''] = (await issuer.mint()).split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'test-1', typ: 'at+jwt' })
      .sign(privateKey);
    expect(await verify(token)).toEqual(refusal('SIGNATURE'));
  });

  it('that brings its own key in the header', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    const [, claims = ''] = (await issuer.mint()).split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', jwk, jku: 'http://127.0.0.1:1/' })
      .sign(privateKey);
    expect(await verify(token)).toEqual(refusal('SIGNATURE'));
  });

  it('with a key id that the provider does not have', async () => {
    expect(await verify(await issuer.mint({}, { kid: 'other' }))).toEqual(refusal('SIGNATURE'));
  });

  it('of an algorithm that we do not take, though the provider signed it', async () => {
    const key = (await importJWK({
      ...(await exportJWK(issuer.privateKey)),
      alg: 'PS256',
    })) as CryptoKey;
    const token = await new SignJWT({ sub: 'p', kind: 'NATURAL', iss: issuer.issuer })
      .setProtectedHeader({ alg: 'PS256', kid: 'test-1', typ: 'at+jwt' })
      .sign(key);
    expect(await verify(token)).toEqual(refusal('ALGORITHM'));
  });

  it('of another type', async () => {
    for (const typ of ['logout+jwt', 'dpop+jwt', 'onewindow-request+jwt', undefined]) {
      expect(await verify(await issuer.mint({}, { typ }))).toEqual(refusal('CLAIMS'));
    }
  });

  it('of another issuer, or of none', async () => {
    for (const iss of ['https://id.example', `${issuer.issuer}/`, undefined]) {
      expect((await verify(await issuer.mint({ iss }))).ok).toBe(false);
    }
    expect(await verify(await issuer.mint({ iss: 'https://id.example' }))).toEqual(
      refusal('ISSUER'),
    );
  });

  it('for another audience, or for none', async () => {
    for (const aud of ['other', ['other'], [], undefined]) {
      expect(await verify(await issuer.mint({ aud }))).toEqual(refusal('AUDIENCE'));
    }
  });

  it('that is expired', async () => {
    const token = await issuer.mint({ iat: seconds() - 400, exp: seconds() - 100 });
    expect(await verify(token)).toEqual(refusal('EXPIRED'));
  });

  it('that is not valid yet', async () => {
    expect(await verify(await issuer.mint({ nbf: seconds() + 100 }))).toEqual(
      refusal('NOT_YET_VALID'),
    );
    expect(await verify(await issuer.mint({ iat: seconds() + 100 }))).toEqual(
      refusal('NOT_YET_VALID'),
    );
  });

  it('that lacks the subject, the kind or the expiry', async () => {
    for (const missing of ['sub', 'kind', 'exp']) {
      expect(await verify(await issuer.mint({ [missing]: undefined }))).toEqual(refusal('CLAIMS'));
    }
  });

  it('whose claims have a wrong form', async () => {
    for (const claims of [
      { kind: 'ROOT' },
      { sub: '' },
      { scope: ['cases:handle'] },
      { staffId: 1 },
    ]) {
      expect(await verify(await issuer.mint(claims))).toEqual(refusal('CLAIMS'));
    }
  });

  it('that passes for an anonymous session', async () => {
    const token = await issuer.mint({ sub: 'anonymous:1', kind: 'ANONYMOUS' });
    expect(await verify(token)).toEqual(refusal('CLAIMS'));
    expect(await verify(await issuer.mint({ sub: 'anonymous:1' }))).toEqual(refusal('CLAIMS'));
  });

  it('whose claims were altered under the old signature', async () => {
    const [head = '', claims = '', signature = ''] = (await issuer.mint()).split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    const token = `${head}.${encode({ ...payload, scope: 'platform:operate' })}.${signature}`;
    expect(await verify(token)).toEqual(refusal('SIGNATURE'));
  });
});
