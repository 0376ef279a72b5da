import { parseDeadline } from './deadline.ts';
import { parseTrace } from './trace.ts';

const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

it('goes on with the trace of the header', () => {
  expect(parseTrace(traceparent)).toEqual({ traceId: 'a'.repeat(32), traceparent });
});

it.each([undefined, '', 'nonsense', traceparent.replaceAll('a', '0'), `${traceparent}-more`])(
  'begins a trace of its own for %j',
  (header) => {
    const { traceId, traceparent: made } = parseTrace(header);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(parseTrace(made)).toEqual({ traceId, traceparent: made });
  },
);

it('reads a deadline in milliseconds and nothing else', () => {
  expect(parseDeadline('1795350000000')).toEqual(new Date(1_795_350_000_000));
  expect(['soon', '-5', '', undefined].map(parseDeadline)).toEqual(Array(4).fill(undefined));
});
