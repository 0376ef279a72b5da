import { createHash, generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import { createPersonTokenVerifier } from '@onewindow/identity';
import { freePort } from '@onewindow/runtime/embedded';
import { claimsOf } from './persona-claims.ts';
import { findPersona, PERSONAS } from './personas.ts';
import { createIdentityProvider } from './server.ts';

const AUDIENCE = 'onewindow';
const SECRET = 'x'.repeat(44);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let issuer: string;
let server: Server;
beforeAll(async () => {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  server = createIdentityProvider({
    issuer,
    audience: AUDIENCE,
    key: { ...privateKey.export({ format: 'jwk' }), kid: 'spec', alg: 'RS256', use: 'sig' },
    cookieSecret: SECRET,
    claimsOf: (persona) => claimsOf(persona, SECRET),
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const verifier = () =>
  createPersonTokenVerifier({ issuer, audience: AUDIENCE, jwksUri: `${issuer}/jwks` });
const ask = (persona: string, headers: Record<string, string> = {}) =>
  fetch(`${issuer}/token/persona`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/plain', ...headers },
    body: JSON.stringify({ persona }),
  });
const expected = (key: string) => {
  const persona = findPersona(key);
  if (persona === undefined) throw new Error(key);
  const { sub, scope, ...facts } = claimsOf(persona, SECRET);
  return {
    ok: true,
    value: { ...facts, id: sub, scopes: new Set(scope.split(' ').filter((it) => it !== '')) },
  };
};

describe('a token for the terminal', () => {
  it.each(PERSONAS.map(({ key }) => [key]))('of %s says what the persona is', async (key) => {
    const token = await (await ask(key)).text();
    expect(await verifier().verify(token)).toEqual(expected(key));
  });

  it('of nobody is refused with the names that there are', async () => {
    const answer = await ask('king');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/There is no persona "king"\. There are: citizen, /);
  });

  it('is not for a page elsewhere, which can send no JSON and no other host', async () => {
    expect((await ask('citizen', { 'content-type': 'text/plain' })).status).toBe(415);
    const preflight = await fetch(`${issuer}/token/persona`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.invalid', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('the pages name every persona', async () => {
  for (const page of ['/', '/personas.txt']) {
    const text = await (await fetch(`${issuer}${page}`)).text();
    for (const { key } of PERSONAS) expect(text).toContain(key);
  }
});

/** A browser that keeps cookies and follows redirects until it leaves the provider. */
function createBrowser() {
  const jar = new Map<string, string>();
  return async function visit(url: string, form?: Record<string, string>): Promise<Response> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) return answer;
    const address = new URL(next, url);
    return address.pathname === '/signed-in' ? answer : await visit(address.href);
  };
}

it('the authorization code flow gives the same token to whoever chooses a persona on a page', async () => {
  const visit = createBrowser();
  const code_verifier = 'v'.repeat(43);
  const redirect_uri = 'http://127.0.0.1:4000/signed-in';
  const query = new URLSearchParams({
    client_id: 'explorer',
    response_type: 'code',
    scope: 'openid',
    redirect_uri,
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await visit(`${issuer}/auth?${query.toString()}`);
  const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const back = await visit(`${issuer}${action}`, { persona: 'chief' });
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'explorer',
      code,
      code_verifier,
      redirect_uri,
    }),
  });
  const { access_token } = (await answer.json()) as { readonly access_token: string };
  expect(await verifier().verify(access_token)).toEqual(expected('chief'));
});
