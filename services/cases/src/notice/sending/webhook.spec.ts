import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebhook } from './webhook.ts';
import type { Message } from './sending-port.ts';

const secret = 's'.repeat(32);
const message: Message = {
  ...{ key: 'n-1:1', channel: 'SMS', to: { phone: '00000000000' } },
  ...{ title: '受理通知书', text: '请查收' },
};

let server: Server;
let status = 200;
const taken: { readonly body: string; readonly headers: NodeJS.Dict<string | string[]> }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      taken.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
      response.writeHead(status, { location: '/elsewhere' }).end('said');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}/send`;

it('a message goes out with its key and is signed', async () => {
  status = 202;
  expect(await createWebhook({ url: url(), secret }).send(message)).toEqual({ sent: true });
  const [got] = taken;
  expect(JSON.parse(got?.body ?? '')).toEqual(message);
  expect(got?.headers['idempotency-key']).toBe('n-1:1');
  const signature = createHmac('sha256', secret)
    .update(got?.body ?? '')
    .digest('hex');
  expect(got?.headers['x-signature']).toBe(`sha256=${signature}`);
});

it.each([
  [400, true],
  [410, true],
  [408, false],
  [429, false],
  [500, false],
  [503, false],
])('what the gateway answers with %d is not sent; for ever: %s', async (answered, isFinal) => {
  status = answered;
  expect(await createWebhook({ url: url(), secret }).send(message)).toEqual({
    ...{ sent: false, reason: `HTTP_${answered.toString()}`, isFinal },
  });
});

it('it is sent nowhere else, and who does not answer is tried again', async () => {
  status = 307;
  const before = taken.length;
  const unreachable = { sent: false, reason: 'UNREACHABLE', isFinal: false };
  expect(await createWebhook({ url: url(), secret }).send(message)).toEqual(unreachable);
  expect(taken).toHaveLength(before + 1);
  const nobody = createWebhook({ url: 'http://127.0.0.1:9/', secret });
  expect(await nobody.send(message)).toEqual(unreachable);
});
