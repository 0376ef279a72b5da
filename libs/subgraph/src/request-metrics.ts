import { Counter, Histogram, type Registry } from 'prom-client';

/** Times operations by outcome. No operation names: a caller chooses them, and each would be a series of its own. */
export function createRequestTimer(metrics: Registry, subgraph: string) {
  const name = 'onewindow_subgraph_operation_seconds';
  const histogram =
    (metrics.getSingleMetric(name) as Histogram<'subgraph' | 'outcome'> | undefined) ??
    new Histogram({
      name,
      help: 'Time to answer a GraphQL operation, by outcome',
      labelNames: ['subgraph', 'outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [metrics],
    });
  return () => {
    const stop = histogram.startTimer({ subgraph });
    return (outcome: 'answered' | 'errors') => stop({ outcome });
  };
}

/** The Mongo commands that requests cost, without those of sweeps: asked before and after an operation, what it cost. */
export function createCommandCounter(metrics: Registry, subgraph: string) {
  const name = 'onewindow_request_mongo_commands_total';
  const counter =
    (metrics.getSingleMetric(name) as Counter<'subgraph'> | undefined) ??
    new Counter({
      name,
      help: 'MongoDB commands sent while answering requests',
      labelNames: ['subgraph'],
      registers: [metrics],
    });
  return (commands: number) => {
    counter.inc({ subgraph }, commands);
  };
}
