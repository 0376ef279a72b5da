import { request as requestOf } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import { createLog } from '../logs/create-log.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import { createHttpHost, type HttpHost, type HttpHostOptions } from './http-host.ts';

const hosts: HttpHost[] = [];
const agent = new Agent({ keepAliveTimeout: 60_000 });
let lines: string[] = [];
beforeEach(() => {
  lines = [];
});
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.drain(0)));
});
afterAll(() => agent.close());

async function start(options: Partial<HttpHostOptions> = {}) {
  const host = createHttpHost({
    port: 0,
    host: '127.0.0.1',
    log: createLog({ service: 'cases', destination: { write: (line) => void lines.push(line) } }),
    metrics: createMetrics('cases'),
    readiness: () => true,
    handlers: {},
    ...options,
  });
  hosts.push(host);
  const url = await host.start();
  const get = (path: string, init: Parameters<typeof fetch>[1] = {}) =>
    fetch(`${url}${path}`, { dispatcher: agent, ...init });
  return { host, url, get };
}
/** Something that is opened from outside. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    open: () => {
      open();
    },
    opened,
  };
}
const echo: HttpHostOptions['handlers'] = {
  '/echo': ({ body, response }) => void response.end(body),
};

describe('health', () => {
  it('is live whatever is missing, and ready only when all is there', async () => {
    let isReady = false;
    const { get } = await start({ readiness: () => Promise.resolve(isReady) });
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(503);
    isReady = true;
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('is not ready when that can not be told', async () => {
    const { get } = await start({
      readiness: () => {
        throw new Error('no connection');
      },
    });
    expect((await get('/health/ready')).status).toBe(503);
    expect(lines.join('')).toContain('no connection');
  });

  it('is told in numbers, by route and never by path', async () => {
    const { get, host } = await start({
      adminPort: 0,
      handlers: { '/files/': ({ response }) => void response.end() },
    });
    await get('/files/some-very-own-path');
    await get('/unknown-path');
    const text = await (await fetch(`${host.adminAddress}/metrics`, { dispatcher: agent })).text();
    expect(text).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/files\/"[^}]*\} 1/);
    expect(text).toMatch(/route="none",status="404"/);
    expect(text).not.toMatch(/very-own-path|unknown-path/);
  });
});

describe('a request', () => {
  it('reaches its handler with the body as it came', async () => {
    const { get } = await start({ handlers: echo });
    const body = Buffer.from([0, 255, 10, 13, 0]);
    const answer = await get('/echo?x=1', { method: 'POST', body });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(body);
  });

  it('to nowhere is answered in the form of a GraphQL error', async () => {
    const { get } = await start();
    const answer = await get('/nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('that fails is logged with its trace and masked', async () => {
    const { get } = await start({
      handlers: {
        '/broken': () => {
          throw new Error('the secret reason');
        },
      },
    });
    const answer = await get('/broken');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret reason');
    expect(lines.join('')).toContain('the secret reason');
    expect(lines.join('')).toContain(answer.headers.get('x-request-id'));
  });

  it('that fails in the middle of its answer is cut, not ended', async () => {
    const { get } = await start({
      handlers: {
        '/half': ({ response }) => {
          response.writeHead(200).write('half');
          throw new Error('the other half is missing');
        },
      },
    });
    await expect(get('/half').then((answer) => answer.text())).rejects.toThrow();
  });

  it('larger than the limit is refused with 413, whether it tells its length or not', async () => {
    const { get, url } = await start({ handlers: echo, bodyLimit: 10 });
    const told = await get('/echo', { method: 'POST', body: 'x'.repeat(11) });
    expect(told.status).toBe(413);
    expect(await told.json()).toMatchObject({
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
    });
    const status = await new Promise((resolve, reject) => {
      const request = requestOf(`${url}/echo`, { method: 'POST' }, (it) => {
        resolve(it.statusCode);
        it.resume();
      });
      request.once('error', reject);
      request.write('x'.repeat(6));
      request.write('x'.repeat(6));
    });
    expect(status).toBe(413);
    expect((await get('/echo', { method: 'POST', body: 'x'.repeat(10) })).status).toBe(200);
  });

  it('may have a limit of its route, or be read by its handler', async () => {
    const { get } = await start({
      bodyLimit: 10,
      handlers: {
        '/upload': {
          bodyLimit: 100,
          handle: ({ body, response }) => void response.end(`${body.length}`),
        },
        '/stream': {
          readsBody: true,
          handle: async ({ request, response }) => {
            let size = 0;
            for await (const chunk of request) size += (chunk as Buffer).length;
            response.end(`${size}`);
          },
        },
      },
    });
    const post = async (path: string, size: number) => {
      const answer = await get(path, { method: 'POST', body: 'x'.repeat(size) });
      return [answer.status, await answer.text()];
    };
    expect(await post('/upload', 100)).toEqual([200, '100']);
    expect((await post('/upload', 101))[0]).toBe(413);
    expect(await post('/stream', 100_000)).toEqual([200, '100000']);
  });

  it('whose client goes away aborts its work', async () => {
    const begun = gate();
    const aborted = gate();
    const { get } = await start({
      handlers: {
        '/slow': async ({ signal }) => {
          begun.open();
          signal.addEventListener('abort', aborted.open);
          await aborted.opened;
        },
      },
    });
    const client = new AbortController();
    const answer = get('/slow', { signal: client.signal });
    await begun.opened;
    client.abort();
    await expect(answer).rejects.toThrow();
    await aborted.opened;
  });

  it('whose answer is complete does not abort', async () => {
    let told: AbortSignal | undefined;
    const { get } = await start({
      handlers: {
        '/quick': ({ signal, response }) => {
          told = signal;
          response.end('done');
        },
      },
    });
    await (await get('/quick')).text();
    await sleep(20);
    expect(told?.aborted).toBe(false);
  });
});

describe('a drain', () => {
  it('is unready first, while requests go on', async () => {
    const { host, get } = await start({ handlers: echo });
    host.unready();
    expect((await get('/health/ready')).status).toBe(503);
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/echo', { method: 'POST', body: 'x' })).status).toBe(200);
  });

  it('lets running requests end, accepts no other, and closes their connections', async () => {
    const begun = gate();
    const may = gate();
    const { host, get, url } = await start({
      handlers: {
        '/slow': async ({ response }) => {
          begun.open();
          await may.opened;
          response.end('complete');
        },
      },
    });
    const answer = get('/slow');
    await begun.opened;
    const drained = host.drain();
    await expect(fetch(`${url}/health/live`, { dispatcher: new Agent() })).rejects.toThrow();
    may.open();
    expect((await answer).headers.get('connection')).toBe('close');
    expect(await (await answer).text()).toBe('complete');
    await drained;
  });

  it('closes connections that are idle', async () => {
    const { host, get } = await start({ handlers: echo });
    await (await get('/echo')).text();
    await host.drain(600_000);
    expect(lines.join('')).not.toContain('requests were cut off');
  });

  it('cuts off what does not end in time, and tells its work', async () => {
    const begun = gate();
    let told: AbortSignal | undefined;
    const { host, get } = await start({
      handlers: {
        '/forever': ({ signal }) => {
          told = signal;
          begun.open();
          return new Promise<void>(() => undefined);
        },
      },
    });
    const answer = get('/forever');
    const refused = expect(answer).rejects.toThrow();
    await begun.opened;
    await host.drain(50);
    await refused;
    expect(told?.aborted).toBe(true);
    expect(lines.join('')).toContain('requests were cut off');
  });

  it('is not held up by a client that never sends its request', async () => {
    const { host, url } = await start();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /health/live HTTP/1.1\r\n');
    await sleep(20);
    await host.drain(300);
    await closed;
  });

  it('may be asked for twice, and before the start', async () => {
    const { host } = await start();
    await Promise.all([host.drain(), host.drain()]);
    await host.drain();
  });
});

it('a port that is taken is an error of the start', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
