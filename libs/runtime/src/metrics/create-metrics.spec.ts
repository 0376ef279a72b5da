import { createMetrics } from './create-metrics.ts';

const text = async (metrics: ReturnType<typeof createMetrics>) => (await metrics.render()).text;

it('tells of the process under the name of the service', async () => {
  const rendered = await createMetrics('cases').render();
  expect(rendered.contentType).toContain('text/plain');
  expect(rendered.text).toMatch(/process_cpu_seconds_total\{service="cases"\}/);
});

it('two services in one process keep apart', async () => {
  const [one, two] = [createMetrics('cases'), createMetrics('items')];
  one.counter({ name: 'commands_total', help: 'Commands.' })();
  expect(await text(one)).toContain('commands_total{service="cases"} 1');
  expect(await text(two)).not.toContain('commands_total');
});

it('counts by label', async () => {
  const metrics = createMetrics('cases');
  const count = metrics.counter({ name: 'commands_total', help: 'Commands.', labels: ['outcome'] });
  count({ outcome: 'accepted' });
  count({ outcome: 'accepted' }, 2);
  count({ outcome: 'refused' });
  expect(await text(metrics)).toContain('commands_total{outcome="accepted",service="cases"} 3');
  expect(await text(metrics)).toContain('commands_total{outcome="refused",service="cases"} 1');
});

it('keeps a hundred values of a label apart and counts the rest as other', async () => {
  const metrics = createMetrics('cases');
  const count = metrics.counter({ name: 'seen_total', help: 'Seen.', labels: ['kind'] });
  for (let who = 0; who < 1_000; who += 1) count({ kind: `w${who}` });
  count({ kind: 'w7' });
  const lines = (await text(metrics)).split('\n').filter((line) => line.startsWith('seen_total'));
  expect(lines).toHaveLength(101);
  expect(lines).toContain('seen_total{kind="w7",service="cases"} 2');
  expect(lines).toContain('seen_total{kind="other",service="cases"} 900');
});

it('observes requests by route, and methods that nobody knows as other', async () => {
  const metrics = createMetrics('cases');
  const request = { route: '/graphql', status: 200, seconds: 0.004 };
  metrics.observeRequest({ ...request, method: 'POST' });
  metrics.observeRequest({ ...request, method: 'BREW' });
  const lines = await text(metrics);
  expect(lines).toContain(
    'http_request_duration_seconds_count{service="cases",method="POST",route="/graphql",status="200"} 1',
  );
  expect(lines).toContain('method="other"');
  expect(lines).not.toContain('BREW');
});
