import { createLog } from '../logs/create-log.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import { createHttpHost, type HttpHost, type HttpHostOptions } from './http-host.ts';

const hosts: HttpHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.drain(0)));
});

async function start(options: Partial<HttpHostOptions> = {}) {
  const host = createHttpHost({
    ...{ port: 0, host: '127.0.0.1', readiness: () => true, metrics: createMetrics('cases') },
    log: createLog({ service: 'cases', level: 'silent' }),
    handlers: { '/open': ({ response }) => void response.end() },
    adminHandlers: { '/inside': ({ response }) => void response.end() },
    ...options,
  });
  hosts.push(host);
  const url = await host.start();
  const statuses = (at: string | undefined) =>
    Promise.all(PATHS.map(async (path) => (await fetch(`${at}${path}`)).status));
  return { host, url, statuses };
}
const PATHS = ['/metrics', '/inside', '/health/ready', '/open'];

it('what only operators may ask is answered at a port of its own, and at no other', async () => {
  const { host, url, statuses } = await start({ adminPort: 0 });
  expect(await statuses(host.adminAddress)).toEqual([200, 200, 200, 404]);
  expect(await statuses(url)).toEqual([404, 404, 200, 200]);
});

it('is answered to nobody where there is no such port', async () => {
  const { host, url, statuses } = await start();
  expect(host.adminAddress).toBeUndefined();
  expect(await statuses(url)).toEqual([404, 404, 200, 200]);
});

it('ends with the rest', async () => {
  const { host, statuses } = await start({ adminPort: 0 });
  const { adminAddress } = host;
  await host.drain();
  await expect(statuses(adminAddress)).rejects.toThrow();
});
