import { expectEqual, show } from './expect-equal.ts';

const compact = (value: unknown) => show(value).replace(/\s+/g, ' ');

describe('values are shown as JSON', () => {
  it.each([
    [{ a: [1, 'x', null, true] }, '{ "a": [ 1, "x", null, true ] }'],
    [{ a: undefined }, '{ "a": "(undefined)" }'],
    [undefined, '"(undefined)"'],
    [10n, '"(10)"'],
    [-0, '"(-0)"'],
    [NaN, '"(NaN)"'],
    [Symbol('s'), '"(Symbol(s))"'],
    [new Date(0), '"(Date 1970-01-01T00:00:00.000Z)"'],
    [new Map([['a', 1]]), '{ "(Map)": [ [ "a", 1 ] ] }'],
    [new Set([1]), '{ "(Set)": [ 1 ] }'],
    [new RangeError('too far'), '"(RangeError: too far)"'],
    [
      function work() {
        return 1;
      },
      '"(function work)"',
    ],
  ])('%p', (value, text) => {
    expect(compact(value)).toBe(text);
  });
});

describe('equality is strict and its failure is readable', () => {
  it('passes for equal values', () => {
    expect(() => {
      expectEqual({ a: [1] }, { a: [1] }, 'lists');
    }).not.toThrow();
  });

  it.each([
    [{ a: undefined }, {}],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [0, -0],
    [1, '1'],
    [
      [1, 2],
      [2, 1],
    ],
  ])('%p is not %p, and the message shows how', (actual, expected) => {
    const message = `about\nexpected ${show(expected)}\nactual ${show(actual)}`;
    expect(show(actual)).not.toBe(show(expected));
    expect(() => {
      expectEqual(actual, expected, 'about');
    }).toThrow(message);
  });

  it('gives both sides to the test runner', () => {
    let failure: unknown;
    try {
      expectEqual(1, 2, 'numbers');
    } catch (thrown) {
      failure = thrown;
    }
    expect(failure).toMatchObject({ code: 'ERR_ASSERTION', actual: 1, expected: 2 });
  });
});
