import { addMilliseconds, instant } from '@onewindow/kernel';
import type { KeyRing } from './contract.ts';
import { createRequestTokenMinter } from './request-token-minter.ts';
import { createSessionTokens } from './session-tokens.ts';

const keys: KeyRing = [{ id: 'k', secret: 'a-secret-for-sessions-of-32-bytes!' }];
const start = instant('2026-03-02T01:00:00Z');
let now = start;
const sessions = (ring = keys) => createSessionTokens(ring, { now: () => now });
const DAY = 86_400_000;

beforeEach(() => {
  now = start;
});

it('a session is its own actor, without any scope, and comes back as the same', () => {
  const { token, viewer } = sessions().mint();
  expect(viewer.id).toMatch(/^anonymous:[0-9a-f-]{36}$/);
  expect(viewer.scopes.size).toBe(0);
  expect(sessions().verify(token)).toEqual({ ok: true, value: viewer });
});

it('two sessions are two actors', () => {
  expect(sessions().mint().viewer.id).not.toBe(sessions().mint().viewer.id);
});

it('a session that somebody made up is refused', () => {
  const forger = sessions([{ id: 'k', secret: 'the-secret-of-a-forger-is-32-bytes' }]);
  expect(sessions().verify(forger.mint().token)).toEqual({ ok: false, fault: 'SIGNATURE' });
  expect(sessions().verify('anonymous:me')).toEqual({ ok: false, fault: 'MALFORMED' });
});

it('a session whose id was altered is refused', () => {
  const [head = '', claims = '', signature = ''] = sessions().mint().token.split('.');
  const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
  const altered = Buffer.from(JSON.stringify({ ...payload, sid: 'victim' })).toString('base64url');
  expect(sessions().verify(`${head}.${altered}.${signature}`)).toEqual({
    ok: false,
    fault: 'SIGNATURE',
  });
});

it('a request token under the same key is no session', () => {
  const token = createRequestTokenMinter({ cases: keys }, { now: () => now }).mint({
    subgraph: 'cases',
    body: '',
    viewer: { sub: 'u', kind: 'STAFF', scope: '' },
  });
  expect(sessions().verify(token)).toEqual({ ok: false, fault: 'CLAIMS' });
});

it('a session lives for thirty days', () => {
  const { token } = sessions().mint();
  now = addMilliseconds(start, 30 * DAY - 1);
  expect(sessions().verify(token)).toMatchObject({ ok: true });
  now = addMilliseconds(start, 30 * DAY);
  expect(sessions().verify(token)).toEqual({ ok: false, fault: 'EXPIRED' });
});

it('a session from the future is refused', () => {
  const { token } = sessions().mint();
  now = addMilliseconds(start, -6_000);
  expect(sessions().verify(token)).toEqual({ ok: false, fault: 'NOT_YET_VALID' });
});

it('there are no sessions without a key', () => {
  expect(() => sessions([{ id: 'k', secret: '' }])).toThrow(/anonymous sessions/);
});
