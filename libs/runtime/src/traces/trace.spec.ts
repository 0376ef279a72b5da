import { parseTrace, traceOfRequest } from './trace.ts';

const traceId = 'a'.repeat(32);
const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`;

it('goes on with the trace of the header', () => {
  expect(parseTrace(traceparent)).toEqual({ traceId, traceparent });
});

it.each([undefined, '', 'nonsense', traceparent.replaceAll('a', '0'), `${traceparent}-more`])(
  'begins a trace of its own for %j',
  (header) => {
    const trace = parseTrace(header);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(parseTrace(trace.traceparent)).toEqual(trace);
  },
);

it('a request is in the trace of its header, whatever the client calls it', () => {
  const trace = traceOfRequest({ traceparent, 'x-request-id': 'client-id-1' });
  expect(trace).toEqual({ traceId, traceparent, isContinued: true, requestId: 'client-id-1' });
});

it('a request id that is a trace id is one', () => {
  const trace = traceOfRequest({ 'x-request-id': traceId });
  expect(trace).toMatchObject({ traceId, isContinued: true, requestId: traceId });
  expect(trace.traceparent).toContain(traceId);
});

it('another request id goes back, beside a trace of its own', () => {
  const trace = traceOfRequest({ 'x-request-id': 'client-id-1' });
  expect(trace).toMatchObject({ isContinued: false, requestId: 'client-id-1' });
  expect(trace.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
});

it('a request without one, or with one of unsafe form, is called by its trace', () => {
  for (const headers of [{}, { 'x-request-id': 'a b\r\nc' }, { traceparent: 'nonsense' }]) {
    const trace = traceOfRequest(headers);
    expect(trace).toMatchObject({ isContinued: false, requestId: trace.traceId });
  }
});
