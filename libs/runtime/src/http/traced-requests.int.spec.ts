import { createLog } from '../logs/create-log.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import { collectSpans, type CollectedSpans } from '../testing/index.ts';
import { createHttpHost, type HttpHost } from './http-host.ts';

const traceId = 'a'.repeat(32);
const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`;
let spans: CollectedSpans;
let host: HttpHost;
let url: string;
const lines: string[] = [];
const handedOn: string[] = [];

beforeAll(async () => {
  spans = await collectSpans();
  host = createHttpHost({
    port: 0,
    adminPort: 0,
    host: '127.0.0.1',
    log: createLog({ service: 'cases', destination: { write: (line) => void lines.push(line) } }),
    metrics: createMetrics('cases'),
    readiness: () => true,
    handlers: {
      '/hall/': (exchange) => {
        handedOn.push(exchange.traceparent);
        exchange.log.info({}, 'seen');
        exchange.response.end(exchange.traceId);
      },
      '/broken': () => {
        throw new RangeError('of 演示 applicant');
      },
    },
  });
  url = await host.start();
});
beforeEach(() => {
  spans.clear();
  lines.splice(0);
  handedOn.splice(0);
});
afterAll(async () => {
  await host.drain(0);
  await spans.stop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { headers });

it('a request is a span of the caller’s trace, by its route and never by its path', async () => {
  const answer = await get('/hall/440305?who=13800138000', { traceparent });
  expect(await answer.text()).toBe(traceId);
  expect(spans.all()).toMatchObject([
    { name: 'GET /hall/', kind: 1, traceId, parentId: 'b'.repeat(16), failed: false },
  ]);
  expect(spans.all()[0]?.attributes).toEqual({
    'http.request.method': 'GET',
    'http.route': '/hall/',
    'http.response.status_code': 200,
  });
  expect(handedOn).toEqual([`00-${traceId}-${spans.all()[0]?.spanId ?? ''}-01`]);
});

it('the log has the id of the span’s trace, and the client’s id beside it', async () => {
  const answer = await get('/hall/', { 'x-request-id': 'client-id-1' });
  const [span] = spans.all();
  expect(await answer.text()).toBe(span?.traceId);
  expect(answer.headers.get('x-request-id')).toBe('client-id-1');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    traceId: span?.traceId,
    requestId: 'client-id-1',
  });
});

it('one that failed is told by its status, without a word of why', async () => {
  await get('/broken');
  expect(spans.all()).toMatchObject([{ name: 'GET /broken', failed: true }]);
  expect(JSON.stringify(spans.all())).not.toContain('演示');
});

it('what machinery asks for, and what is not there, is no span', async () => {
  await get('/health/live');
  await fetch(`${host.adminAddress}/metrics`);
  await get('/nowhere');
  expect(spans.all()).toEqual([]);
});
