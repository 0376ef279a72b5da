import { createHmac, generateKeyPairSync } from 'node:crypto';
import { addMilliseconds, instant } from '@onewindow/kernel';
import { createSigner, type Algorithm } from 'fast-jwt';
import type { KeyRing } from './contract.ts';
import { createMemoryNonces } from './memory-nonces.ts';
import { createRequestTokenMinter } from './request-token-minter.ts';
import { createRequestTokenVerifier } from './request-token-verifier.ts';
import { bodyHash } from './request-token.ts';
import type { ViewerClaims } from './viewer.ts';

const SECRET = 'cases-secret-of-at-least-32-bytes!';
const keys: KeyRing = [{ id: 'k2', secret: SECRET }];
const body = Buffer.from('{"query":"{ cases { id } }"}');
const viewer: ViewerClaims = { sub: 'u1', kind: 'STAFF', scope: 'cases:handle', staffId: 's1' };

const start = instant('2026-03-02T01:00:00Z');
let now = start;
const clock = { now: () => now };
const seconds = Date.parse(start) / 1000;

const verifier = (subgraph = 'cases', ring = keys) =>
  createRequestTokenVerifier({
    subgraph,
    keys: ring,
    nonces: createMemoryNonces(100, clock),
    sharedNonces: createMemoryNonces(100, clock),
    clock,
  });
const good = () =>
  createRequestTokenMinter({ cases: keys }, clock).mint({
    subgraph: 'cases',
    body,
    viewer,
  });

const payload = {
  ...viewer,
  aud: 'cases',
  jti: '0196f9d0-0000-7000-8000-000000000001',
  bh: bodyHash(body),
  iat: seconds,
  exp: seconds + 60,
};
const header = { alg: 'HS256', typ: 'onewindow-request+jwt', kid: 'k2' };

/** A token of any header and payload, signed by HMAC with any hash and secret. */
function forge(
  changes: { readonly header?: object; readonly payload?: object },
  { secret = SECRET, hash = 'sha256' } = {},
): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode({ ...header, ...changes.header })}.${encode({ ...payload, ...changes.payload })}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}
const withoutSignature = (token: string) => token.slice(0, token.lastIndexOf('.') + 1);
const refusal = (fault: string) => ({ ok: false, fault });

beforeEach(() => {
  now = start;
});

it('the forger of this spec can make what is accepted, so that each refusal is for the one change', async () => {
  expect(await verifier().verify(forge({}), body)).toMatchObject({ ok: true });
});

describe('a request is refused', () => {
  it('without a token', async () => {
    expect(await verifier().verify(undefined, body)).toEqual(refusal('MISSING'));
    expect(await verifier().verify('', body)).toEqual(refusal('MISSING'));
  });

  it.each(['x', '.', '..', 'a.b', 'a.b.c', `${'A'.repeat(9000)}.b.c`, 'bnVsbA.e30.x', 'W10.e30.x'])(
    'with what is no token: %.20s',
    async (token) => {
      expect((await verifier().verify(token, body)).ok).toBe(false);
    },
  );

  it('whose signature was cut off', async () => {
    expect(await verifier().verify(withoutSignature(good()), body)).toEqual(refusal('SIGNATURE'));
  });

  it('with the algorithm "none"', async () => {
    for (const alg of ['none', 'None', 'NONE']) {
      const token = withoutSignature(forge({ header: { alg } }));
      expect(await verifier().verify(token, body)).toEqual(refusal('ALGORITHM'));
    }
  });

  it('signed with another secret', async () => {
    const token = forge({}, { secret: 'windows-secret-of-at-least-32-bytes' });
    expect(await verifier().verify(token, body)).toEqual(refusal('SIGNATURE'));
  });

  it('signed with an empty secret', async () => {
    expect(await verifier().verify(forge({}, { secret: '' }), body)).toEqual(refusal('SIGNATURE'));
  });

  it('signed by HS512, even with the right secret', async () => {
    const token = forge({ header: { alg: 'HS512' } }, { hash: 'sha512' });
    expect(await verifier().verify(token, body)).toEqual(refusal('ALGORITHM'));
  });

  it.each<[Algorithm, 'rsa' | 'ed25519']>([
    ['RS256', 'rsa'],
    ['EdDSA', 'ed25519'],
  ])('signed by %s with a key of the forger', async (algorithm, type) => {
    const { privateKey } =
      type === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync(type);
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const sign = createSigner({ key, algorithm, header: { ...header, alg: algorithm } });
    expect(await verifier().verify(sign(payload), body)).toEqual(refusal('ALGORITHM'));
  });

  it('that says HS256 under an HS512 signature', async () => {
    expect(await verifier().verify(forge({}, { hash: 'sha512' }), body)).toEqual(
      refusal('SIGNATURE'),
    );
  });

  it('with a key id that the subgraph does not know', async () => {
    for (const kid of ['k9', '', undefined, 7, '__proto__']) {
      expect(await verifier().verify(forge({ header: { kid } }), body)).toEqual(
        refusal('SIGNATURE'),
      );
    }
  });

  it('with a token of another type, as an anonymous session is', async () => {
    for (const typ of ['onewindow-session+jwt', 'JWT', undefined]) {
      expect(await verifier().verify(forge({ header: { typ } }), body)).toEqual(refusal('CLAIMS'));
    }
  });

  it('with a critical header that is not understood', async () => {
    const token = forge({ header: { crit: ['b64'], b64: false } });
    expect(await verifier().verify(token, body)).toEqual(refusal('MALFORMED'));
  });

  it('that is expired, to the second', async () => {
    const token = good();
    now = addMilliseconds(start, 60_000);
    expect(await verifier().verify(token, body)).toEqual(refusal('EXPIRED'));
    now = addMilliseconds(start, 59_999);
    expect(await verifier().verify(token, body)).toMatchObject({ ok: true });
  });

  it('that was issued in the future', async () => {
    const token = forge({ payload: { iat: seconds + 6, exp: seconds + 60 } });
    expect(await verifier().verify(token, body)).toEqual(refusal('NOT_YET_VALID'));
  });

  it('that would live longer than a minute', async () => {
    const token = forge({ payload: { exp: seconds + 61 } });
    expect(await verifier().verify(token, body)).toEqual(refusal('CLAIMS'));
  });

  it('whose times are missing or no whole numbers', async () => {
    for (const times of [{ exp: undefined }, { iat: undefined }, { exp: '1' }, { iat: 1e99 }]) {
      expect(await verifier().verify(forge({ payload: times }), body)).toEqual(refusal('CLAIMS'));
    }
  });

  it('that is meant for another subgraph', async () => {
    expect(await verifier('windows').verify(good(), body)).toEqual(refusal('AUDIENCE'));
  });

  it('that is meant for several subgraphs or for none', async () => {
    for (const aud of [['cases', 'windows'], ['cases'], '', undefined]) {
      expect(await verifier().verify(forge({ payload: { aud } }), body)).toEqual(
        refusal('AUDIENCE'),
      );
    }
  });

  it('whose body was altered', async () => {
    const altered = Buffer.from(body.toString().replace('cases', 'seals'));
    expect(await verifier().verify(good(), altered)).toEqual(refusal('BODY'));
    expect(await verifier().verify(good(), Buffer.alloc(0))).toEqual(refusal('BODY'));
  });

  it('whose claims were altered under the old signature', async () => {
    const [head = '', , signature = ''] = good().split('.');
    const claims = Buffer.from(JSON.stringify({ ...payload, scope: 'platform:operate' }));
    const token = `${head}.${claims.toString('base64url')}.${signature}`;
    expect(await verifier().verify(token, body)).toEqual(refusal('SIGNATURE'));
  });

  it('whose viewer is missing or malformed', async () => {
    const broken = [
      { sub: undefined },
      { sub: '' },
      { kind: 'ROOT' },
      { scope: undefined },
      { sub: 'anonymous:s', kind: 'STAFF' },
      { kind: 'ANONYMOUS' },
      { department: 7 },
    ];
    for (const claims of broken) {
      expect(await verifier().verify(forge({ payload: claims }), body)).toEqual(refusal('CLAIMS'));
    }
  });

  it('without a nonce, or with a short one', async () => {
    for (const jti of [undefined, '', 'short', 5]) {
      expect(await verifier().verify(forge({ payload: { jti } }), body)).toEqual(refusal('CLAIMS'));
    }
  });

  it('that was seen before', async () => {
    const subgraph = verifier();
    const token = good();
    expect(await subgraph.verify(token, body)).toMatchObject({ ok: true });
    expect(await subgraph.verify(token, body)).toEqual(refusal('REPLAYED'));
  });

  it('that was seen before, however many come at once', async () => {
    const subgraph = verifier();
    const token = good();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => subgraph.verify(token, body)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it('a refused token does not use up the nonce of the good one', async () => {
  const subgraph = verifier();
  const token = good();
  await subgraph.verify(token, Buffer.from('another body'));
  await subgraph.verify(withoutSignature(token), body);
  expect(await subgraph.verify(token, body)).toMatchObject({ ok: true });
});
