import { aSubgraph, post } from './a-subgraph.ts';

const sdl = 'extend type Query { slow: String! }';

it('is alive, ready and measured while it runs, and lets a running request end when it stops', async () => {
  const order: string[] = [];
  let isReady = false;
  let begun: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (begun = resolve));
  const server = aSubgraph({
    sdl,
    resolvers: {
      Query: {
        slow: async () => {
          begun();
          await new Promise((resolve) => setTimeout(resolve, 100));
          order.push('answered');
          return 'done';
        },
      },
    },
    readiness: () => isReady,
    onStop: [
      () => Promise.resolve(void order.push('first hook')),
      () => Promise.resolve(void order.push('second hook')),
    ],
  });
  expect(() => server.subgraph.url).toThrow('has not started');
  await server.subgraph.start();
  const at = (path: string) => fetch(new URL(path, server.subgraph.url));
  expect((await at('/health/live')).status).toBe(200);
  expect((await at('/health/ready')).status).toBe(503);
  isReady = true;
  expect((await at('/health/ready')).status).toBe(200);
  expect((await at('/nowhere')).status).toBe(404);

  const answer = post(server, JSON.stringify({ query: '{ slow }' }));
  await started;
  await server.subgraph.stop();
  expect((await answer).json.data).toEqual({ slow: 'done' });
  expect(order).toEqual(['answered', 'first hook', 'second hook']);
  await expect(fetch(server.subgraph.url)).rejects.toThrow();
});

it('counts operations by outcome, for operators alone', async () => {
  const { subgraph } = aSubgraph({
    ...{ sdl, resolvers: { Query: { slow: () => 'x' } } },
    http: { port: 0, host: '127.0.0.1', adminPort: 0 },
  });
  await subgraph.start();
  const text = await (await fetch(new URL('/metrics', subgraph.adminAddress))).text();
  const open = await fetch(new URL('/metrics', subgraph.url));
  await subgraph.stop();
  expect(open.status).toBe(404);
  expect(text).toContain('onewindow_subgraph_operation_seconds');
});
