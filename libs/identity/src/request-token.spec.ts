import { addMilliseconds, instant } from '@onewindow/kernel';
import { createHmac } from 'node:crypto';
import type { KeyRing } from './contract.ts';
import { createMemoryNonces } from './memory-nonces.ts';
import { createRequestTokenMinter } from './request-token-minter.ts';
import { createRequestTokenVerifier } from './request-token-verifier.ts';
import { viewerFromClaims } from './viewer-claims.ts';
import type { ViewerClaims } from './viewer.ts';

const older = { id: '2025', secret: 'the-secret-of-last-year-is-32-bytes-long' };
const newer = { id: '2026', secret: 'the-secret-of-this-year-is-32-bytes-long' };
const viewer: ViewerClaims = {
  sub: 'u1',
  kind: 'STAFF',
  scope: 'cases:decide cases:handle',
  staffId: 's1',
  department: 'd1',
  centre: 'c1',
  region: 'r1',
};
const body = '{"query":"{ __typename }"}';

const verifier = (keys: KeyRing, sharedNonces = createMemoryNonces()) =>
  createRequestTokenVerifier({
    subgraph: 'cases',
    keys,
    nonces: createMemoryNonces(),
    sharedNonces,
  });
const mint = (keys: KeyRing) =>
  createRequestTokenMinter({ cases: keys }).mint({ subgraph: 'cases', body, viewer });

it('brings the viewer and the nonce to the subgraph', async () => {
  const verified = await verifier([newer]).verify(mint([newer]), Buffer.from(body));
  expect(verified).toEqual({
    ok: true,
    value: { viewer: viewerFromClaims({ ...viewer }), nonce: expect.any(String) as string },
  });
});

it('is minted anew for each request', () => {
  expect(mint([newer])).not.toBe(mint([newer]));
});

it('is a JWS that anybody can check by RFC 7515', () => {
  const [head = '', claims = '', signature] = mint([newer]).split('.');
  const expected = createHmac('sha256', newer.secret).update(`${head}.${claims}`);
  expect(signature).toBe(expected.digest('base64url'));
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
    alg: 'HS256',
    typ: 'onewindow-request+jwt',
    kid: '2026',
  });
});

it('is signed with the first key and read with each, so that a key is changed without a gap', async () => {
  const bytes = Buffer.from(body);
  expect(await verifier([older, newer]).verify(mint([newer, older]), bytes)).toMatchObject({
    ok: true,
  });
  expect(await verifier([newer, older]).verify(mint([older]), bytes)).toMatchObject({ ok: true });
  expect(await verifier([newer]).verify(mint([older]), bytes)).toMatchObject({ ok: false });
});

it('is no good to a subgraph with the secret of another', async () => {
  const minter = createRequestTokenMinter({ cases: [newer], windows: [older] });
  const token = minter.mint({ subgraph: 'windows', body, viewer });
  expect(await verifier([newer]).verify(token, Buffer.from(body))).toMatchObject({ ok: false });
});

it('can not be minted for a subgraph without a key', () => {
  const minter = createRequestTokenMinter({ cases: [newer] });
  expect(() => minter.mint({ subgraph: 'items', body, viewer })).toThrow(/items/);
});

describe('a mutation', () => {
  it('runs on one replica only, whichever had the token first', async () => {
    const shared = createMemoryNonces();
    const one = verifier([newer], shared);
    const two = verifier([newer], shared);
    const token = mint([newer]);
    const [first, second] = await Promise.all(
      [one, two].map((replica) => replica.verify(token, Buffer.from(body))),
    );
    if (first?.ok !== true || second?.ok !== true) throw new Error('each replica sees it first');
    expect(await one.claimForMutation(first.value.nonce)).toBe(true);
    expect(await two.claimForMutation(second.value.nonce)).toBe(false);
  });

  it('is remembered for longer than any token lives', async () => {
    const start = instant('2026-03-02T01:00:00Z');
    const told: Date[] = [];
    const sharedNonces = {
      claim: (_: string, expiresAt: Date) => {
        told.push(expiresAt);
        return Promise.resolve(true);
      },
    };
    await createRequestTokenVerifier({
      subgraph: 'cases',
      keys: [newer],
      nonces: createMemoryNonces(),
      sharedNonces,
      clock: { now: () => start },
    }).claimForMutation('n');
    expect(told).toEqual([new Date(addMilliseconds(start, 65_000))]);
  });
});

describe('nothing starts', () => {
  const keyless = [] as unknown as KeyRing;
  const short: KeyRing = [{ id: 'a', secret: 'x'.repeat(31) }];
  const empty: KeyRing = [{ id: 'a', secret: '' }];
  const nameless: KeyRing = [{ ...newer, id: '' }];
  const twice: KeyRing = [newer, { ...older, id: newer.id }];

  it.each([
    ['without a key', keyless],
    ['with an empty secret', empty],
    ['with a secret of less than 32 bytes', short],
    ['with a key that has no id', nameless],
    ['with two keys of one id', twice],
    ['with a second key that is too short', [newer, ...short] as KeyRing],
  ])('%s', (_, keys) => {
    expect(() => verifier(keys)).toThrow();
    expect(() => createRequestTokenMinter({ cases: keys })).toThrow();
  });

  it('without the name of the subgraph', () => {
    const nonces = createMemoryNonces();
    const sharedNonces = createMemoryNonces();
    expect(() =>
      createRequestTokenVerifier({ subgraph: '', keys: [newer], nonces, sharedNonces }),
    ).toThrow();
  });

  it('with one nonce store in two places, where each mutation would be its own replay', () => {
    const nonces = createMemoryNonces();
    expect(() =>
      createRequestTokenVerifier({
        subgraph: 'cases',
        keys: [newer],
        nonces,
        sharedNonces: nonces,
      }),
    ).toThrow(/must not be the same/);
  });

  it('and a message about keys does not tell the secret', () => {
    expect(() => verifier([{ id: 'a', secret: 'too-short-secret' }])).not.toThrow(/too-short/);
  });
});
