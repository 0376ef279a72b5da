import { collectDefaultMetrics, Counter, Histogram, type Registry } from 'prom-client';
import { createBoundedRegistry } from './bounded-labels.ts';
import { createLabelLimit } from './label-limit.ts';

export interface CounterOptions {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
}

export interface Metrics {
  /** For libs that make metrics of their own; refuses labels that a caller could fill. */
  readonly registry: Registry;
  /** Counts; of each label at most 100 values are kept apart, further ones count as `other`. */
  counter(
    options: CounterOptions,
  ): (labels?: Readonly<Record<string, string>>, by?: number) => void;
  observeRequest(request: HttpObservation): void;
  /** The exposition text, and its content type. */
  render(): Promise<{ readonly text: string; readonly contentType: string }>;
}

export interface HttpObservation {
  readonly method: string;
  /** The route as it was declared, never the path that was asked for. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']);
const LABEL_VALUES = 100;

/** A client may call its method what it likes. */
export const knownMethod = (method: string): string => (METHODS.has(method) ? method : 'other');

/** The metrics of one process: Node's own, the time of HTTP requests, and what others count. */
export function createMetrics(service: string): Metrics {
  const registry = createBoundedRegistry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request’s head to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    registry,
    counter({ name, help, labels = [] }) {
      const counter = new Counter({ name, help, labelNames: [...labels], registers: [registry] });
      const limit = createLabelLimit(LABEL_VALUES);
      return (values = {}, by = 1) => {
        counter.inc(limit(values), by);
      };
    },
    observeRequest({ method, route, status, seconds }) {
      requests.observe({ method: knownMethod(method), route, status }, seconds);
    },
    render: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
