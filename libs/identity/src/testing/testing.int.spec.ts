import { requestTokensFor } from './request-tokens-for.ts';

it('tokens for tests are accepted by the verifier of the same subgraph and no other', async () => {
  const tokens = requestTokensFor('cases');
  const body = Buffer.from('{}');
  const token = tokens.tokenFor(body, { sub: 'u1', kind: 'STAFF', scope: 'cases:handle' });
  expect(await requestTokensFor('items').verifier.verify(token, body)).toMatchObject({ ok: false });
  expect(await tokens.verifier.verify(token, body)).toMatchObject({
    ok: true,
    value: { viewer: { id: 'u1', kind: 'STAFF' } },
  });
});
