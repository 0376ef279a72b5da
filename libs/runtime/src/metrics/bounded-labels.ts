import { Registry } from 'prom-client';

/**
 * What a metric may be labelled with: each of these has values that the program or its operator chose. A
 * caller's words (an operation's name, an id, a region) would each be a time series for ever.
 */
const BOUNDED: ReadonlySet<string> = new Set([
  ...['service', 'subgraph', 'aggregate', 'stream', 'durable', 'outcome'],
  ...['method', 'route', 'status'],
  // Of Node's own metrics.
  ...['kind', 'space', 'type', 'version', 'major', 'minor', 'patch'],
]);

/** A registry that takes no metric with a label that a caller could fill. */
export function createBoundedRegistry(): Registry {
  const registry = new Registry();
  const register = registry.registerMetric.bind(registry);
  return Object.assign(registry, {
    registerMetric: (metric: Parameters<typeof register>[0]) => {
      const { name, labelNames = [] } = metric as unknown as Declared;
      const unbounded = labelNames.filter((label) => !BOUNDED.has(label));
      if (unbounded.length > 0) {
        throw new Error(`The metric ${name} has labels without bounds: ${unbounded.join(', ')}.`);
      }
      register(metric);
    },
  });
}

/** As prom-client keeps it, untyped. */
interface Declared {
  readonly name: string;
  readonly labelNames?: readonly string[];
}
