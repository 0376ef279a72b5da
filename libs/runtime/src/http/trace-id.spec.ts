import { traceIdOf } from './trace-id.ts';

const trace = 'a'.repeat(32);
const span = 'b'.repeat(16);

it('a request has the id of its trace, before that of the client', () => {
  const headers = { traceparent: `00-${trace}-${span}-01`, 'x-request-id': 'client-id-1' };
  expect(traceIdOf(headers)).toBe(trace);
  expect(traceIdOf({ 'x-request-id': 'client-id-1' })).toBe('client-id-1');
});

it('a request without one, or with one of unsafe form, gets a new one', () => {
  const zero = `00-${'0'.repeat(32)}-${span}-01`;
  for (const headers of [{}, { 'x-request-id': 'a b\r\nc' }, { traceparent: zero }]) {
    expect(traceIdOf(headers)).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
  }
});
