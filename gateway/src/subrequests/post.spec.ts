import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { departureOf } from '@onewindow/runtime';
import { Pool } from 'undici';
import { post, TookTooLong } from './post.ts';
import { InvalidAnswer } from './read-answer.ts';

/** A server that answers as `listener` does, and a pool to it. */
async function serving(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 1 });
  return {
    send: (more: Partial<Parameters<typeof post>[1]> = {}) =>
      post(pool, {
        ...{ path: '/graphql', headers: { 'x-kind': 'spec' }, body: '{}' },
        ...{ timeout: 10_000, limit: 1_000, departure: departureOf(new AbortController().signal) },
        ...more,
      }),
    stop: async () => {
      await pool.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

it('sends what it is given and answers status and text, in however many pieces they come', async () => {
  const { send, stop } = await serving((request, response) => {
    response.writeHead(201);
    response.write(`${request.headers['x-kind'] as string} 办`);
    setTimeout(() => response.end('件'), 20);
  });
  expect(await send()).toEqual({ status: 201, text: 'spec 办件' });
  await stop();
});

it('takes no answer that is larger than it may be', async () => {
  const { send, stop } = await serving((_, response) => response.end('x'.repeat(1_001)));
  await expect(send()).rejects.toThrow(InvalidAnswer);
  await stop();
});

it('does not wait longer than it may, for a place in the pool neither', async () => {
  const { send, stop } = await serving(() => undefined);
  const both = await Promise.allSettled([send({ timeout: 50 }), send({ timeout: 50 })]);
  for (const each of both)
    expect(each).toMatchObject({ reason: expect.any(TookTooLong) as TookTooLong });
  await stop();
});

it('ends when the caller has gone, before and while it asks', async () => {
  const { send, stop } = await serving(() => undefined);
  const caller = new AbortController();
  const asking = send({ departure: departureOf(caller.signal) });
  caller.abort(new Error('gone'));
  await expect(asking).rejects.toThrow('gone');
  await expect(send({ departure: departureOf(caller.signal) })).rejects.toThrow('gone');
  await stop();
});

it('tells the error of a connection that breaks', async () => {
  const { send, stop } = await serving((_, response) => response.destroy());
  await expect(send()).rejects.toMatchObject({ code: expect.any(String) as string });
  await stop();
});
