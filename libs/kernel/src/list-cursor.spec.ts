import { InvalidCursor, readCursor, writeCursor } from './list-cursor.ts';

const text = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');

it('is read by the list for which it was written', () => {
  const cursor = writeCursor('cases.newest', ['2026-03-01T09:00:00Z', 7, true]);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readCursor('cases.newest', cursor, 3)).toEqual(['2026-03-01T09:00:00Z', 7, true]);
});

it.each([
  ['of a list of other rows with an order of the same name', writeCursor('alerts.newest', ['a'])],
  ['of another order of the same rows', writeCursor('cases.due', ['a'])],
  ['with more values', writeCursor('cases.newest', ['a', 'b'])],
  ['with fewer values', writeCursor('cases.newest', [])],
  ['with an operator for a value', text(['cases.newest', { $gt: '' }])],
  ['with a null for a value', text(['cases.newest', null])],
  ['that is no list', text({})],
  ['that is no JSON', 'bm9uc2Vuc2U'],
  ['that is nothing', ''],
])('refuses one %s', (_what, cursor) => {
  expect(() => readCursor('cases.newest', cursor, 1)).toThrow(InvalidCursor);
});
