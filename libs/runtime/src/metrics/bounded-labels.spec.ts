import { collectDefaultMetrics, Counter, Gauge, Histogram } from 'prom-client';
import { createBoundedRegistry } from './bounded-labels.ts';

const options = { name: 'seen', help: 'Seen.' };

it('a metric with a label that callers could fill is refused, whoever makes it', () => {
  const registers = [createBoundedRegistry()];
  for (const labelNames of [['operation'], ['outcome', 'viewer']]) {
    const wanted = { ...options, labelNames, registers };
    expect(() => new Counter(wanted)).toThrow('labels without bounds');
    expect(() => new Gauge(wanted)).toThrow('labels without bounds');
    expect(() => new Histogram(wanted)).toThrow('labels without bounds');
  }
});

it('what the program itself chooses is taken, and so are Node’s own metrics', async () => {
  const registry = createBoundedRegistry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['aggregate', 'outcome'];
  new Counter({ ...options, labelNames, registers: [registry] }).inc({ aggregate: 'case' });
  expect(await registry.metrics()).toContain('seen{aggregate="case"} 1');
});
