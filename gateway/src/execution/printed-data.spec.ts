import { jsonString } from './json-text.ts';
import { PrintedData, printResult } from './printed-data.ts';

describe('a string as JSON', () => {
  it.each(['', '办件', 'a "quoted" \\ one', 'line\nbreak\u0000', '\ud800 half', '😀', '\u2028'])(
    'is what JSON.stringify writes of %j',
    (text) => {
      expect(jsonString(text)).toBe(JSON.stringify(text));
    },
  );
});

describe('the body of an answer', () => {
  const data = new PrintedData('{"a":1}') as unknown as Record<string, unknown>;

  it('takes data that is written out already as it is', () => {
    expect(printResult({ data })).toBe('{"data":{"a":1}}\n');
  });

  it('is the same to who makes JSON of it once more', () => {
    expect(JSON.stringify({ data })).toBe('{"data":{"a":1}}');
  });

  it('tells errors before data, and extensions last', () => {
    const errors = [{ message: 'x' }];
    const told = printResult({ data: null, errors, extensions: { y: 2 } });
    expect(told).toBe('{"errors":[{"message":"x"}],"data":null,"extensions":{"y":2}}\n');
  });

  it('has no data where there was none', () => {
    expect(printResult({ errors: [] })).toBe('{"errors":[]}\n');
  });
});
