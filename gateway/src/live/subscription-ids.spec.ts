import { createSubscriptionIds } from './subscription-ids.ts';

const subscribe = (id: string) =>
  JSON.stringify({ id, type: 'subscribe', payload: { query: 'q' } });
const complete = (id: string) => JSON.stringify({ id, type: 'complete' });
const idOf = (text: string | undefined) => (JSON.parse(text ?? '{}') as { id?: string }).id ?? '';

it('gives each subscription an id of its own, and the client his back', () => {
  const ids = createSubscriptionIds();
  const first = idOf(ids.incoming(subscribe('a')));
  expect(idOf(ids.incoming(complete('a')))).toBe(first);
  const second = idOf(ids.incoming(subscribe('a')));
  expect(second).not.toBe(first);
  expect([ids.nameOf(first), ids.nameOf(second)]).toEqual([undefined, 'a']);
  expect(ids.outgoing(complete(first))).toBeUndefined();
  expect(ids.outgoing(complete(second))).toBe(complete('a'));
});

it.each(['complete', 'error'])('takes an id as free again after %s of the server', (type) => {
  const ids = createSubscriptionIds();
  const first = idOf(ids.incoming(subscribe('__proto__')));
  expect(ids.outgoing(JSON.stringify({ id: first, type, payload: [] }))).toContain('"__proto__"');
  expect(idOf(ids.incoming(subscribe('__proto__')))).not.toBe(first);
});

it('lets two of one name be one, so that it is refused, and a complete of nothing end nothing', () => {
  const ids = createSubscriptionIds();
  const first = idOf(ids.incoming(subscribe('a')));
  expect(idOf(ids.incoming(subscribe('a')))).toBe(first);
  expect(idOf(ids.incoming(complete('b')))).not.toBe(first);
});

it.each([
  '',
  'nonsense',
  'null',
  '[]',
  '7',
  '{}',
  '{"type":"subscribe"}',
  '{"type":"ping","id":"1"}',
])('leaves %s to graphql-ws', (text) => {
  const ids = createSubscriptionIds();
  expect(ids.incoming(text)).toBe(text);
});
