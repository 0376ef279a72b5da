import { saysAway } from './outage.ts';

const named = (name: string, more: object = {}) =>
  Object.assign(new Error(name), { name, ...more });

it.each(['MongoNetworkError', 'MongoServerSelectionError', 'MongoNotConnectedError'])(
  'takes %s for an outage',
  (name) => {
    expect(saysAway(named(name))).toBe(true);
  },
);

it('takes a primary that steps down for an outage', () => {
  expect(saysAway(named('MongoServerError', { code: 10_107 }))).toBe(true);
});

it('finds an outage behind other errors', () => {
  const error = new Error('the replica was not written', { cause: named('MongoNetworkError') });
  expect(saysAway(error)).toBe(true);
});

it('blames the event for a write that the server refuses', () => {
  expect(saysAway(named('MongoServerError', { code: 11_000 }))).toBe(false);
  expect(saysAway(new Error('a bug'))).toBe(false);
  expect(saysAway('text')).toBe(false);
});
