import { addMilliseconds, instant } from '@onewindow/kernel';
import { createPersonTokenVerifier } from './person-token-verifier.ts';
import { createTestIssuer, type TestAlgorithm } from './testing/index.ts';

it.each<TestAlgorithm>(['RS256', 'ES256', 'EdDSA'])(
  'knows the viewer of a token signed by %s',
  async (algorithm) => {
    const issuer = await createTestIssuer(algorithm);
    try {
      const token = await issuer.mint({
        sub: 'u7',
        kind: 'STAFF',
        scope: 'openid cases:handle',
        staffId: 's7',
        department: 'd1',
        centre: 'c1',
        region: 'r1',
      });
      expect(await createPersonTokenVerifier(issuer).verify(token)).toEqual({
        ok: true,
        value: {
          id: 'u7',
          kind: 'STAFF',
          scopes: new Set(['cases:handle']),
          staffId: 's7',
          department: 'd1',
          centre: 'c1',
          region: 'r1',
        },
      });
    } finally {
      await issuer.stop();
    }
  },
);

it('takes a token without scopes, as citizens have', async () => {
  const issuer = await createTestIssuer();
  const token = await issuer.mint({ scope: undefined, identityIndex: 'blind' });
  const verified = await createPersonTokenVerifier(issuer).verify(token);
  expect(verified).toMatchObject({ ok: true, value: { identityIndex: 'blind' } });
  await issuer.stop();
});

it('takes keys that are given, without asking anybody', async () => {
  const issuer = await createTestIssuer();
  await issuer.stop();
  const { jwks, audience } = issuer;
  const verifier = createPersonTokenVerifier({ issuer: issuer.issuer, audience, jwks });
  expect(await verifier.verify(await issuer.mint())).toMatchObject({ ok: true });
});

describe('while the keys can not be read', () => {
  it.each(['answers 503', 'is gone'])('and the provider %s, a token is a fault', async (how) => {
    const issuer = await createTestIssuer();
    const verifier = remote(issuer);
    const token = await issuer.mint();
    issuer.fail();
    if (how === 'is gone') await issuer.stop();
    await expect(verifier.verify(token)).rejects.toThrow(/keys of http/);
    if (how !== 'is gone') {
      issuer.restore();
      expect(await verifier.verify(token)).toMatchObject({ ok: true });
      await issuer.stop();
    }
  });

  it('a token that was verified before is still known, a new one under known keys too', async () => {
    const issuer = await createTestIssuer();
    const verifier = remote(issuer);
    const token = await issuer.mint();
    await verifier.verify(token);
    await issuer.stop();
    expect(await verifier.verify(token)).toMatchObject({ ok: true });
    expect(await verifier.verify(await issuer.mint({ sub: 'x' }))).toMatchObject({ ok: true });
  });
});

it('a remembered token is forgotten when it expires', async () => {
  const issuer = await createTestIssuer();
  const start = instant(new Date());
  let now = start;
  const verifier = remote(issuer, { clock: { now: () => now } });
  const token = await issuer.mint();
  expect(await verifier.verify(token)).toMatchObject({ ok: true });
  expect(await verifier.verify(token)).toMatchObject({ ok: true });
  now = addMilliseconds(start, 306_000);
  expect(await verifier.verify(token)).toEqual({ ok: false, fault: 'EXPIRED' });
  await issuer.stop();
});

it('a refused token is not remembered as a good one', async () => {
  const issuer = await createTestIssuer();
  const verifier = remote(issuer);
  const forged = await issuer.mint({ aud: 'other' });
  await verifier.verify(forged);
  expect(await verifier.verify(forged)).toEqual({ ok: false, fault: 'AUDIENCE' });
  await issuer.stop();
});

function remote(
  { issuer, audience, jwksUri }: Awaited<ReturnType<typeof createTestIssuer>>,
  more: object = {},
) {
  return createPersonTokenVerifier({ issuer, audience, jwksUri, ...more });
}
