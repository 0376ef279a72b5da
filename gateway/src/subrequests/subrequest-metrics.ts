import { Gauge, Histogram, type Registry } from 'prom-client';

/** Told how long a subrequest took and how it ended: `answered`, or the code of its error. */
export type ObserveSubrequest = (outcome: string, seconds: number) => void;

/** The subrequests of one gateway, by subgraph and outcome, and which subgraphs it takes to be up. */
export function createSubrequestMetrics(registry: Registry) {
  const seconds = new Histogram({
    name: 'onewindow_subrequest_seconds',
    help: 'Time of a request to a subgraph, with its retry, by outcome.',
    labelNames: ['subgraph', 'outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    observer: (subgraph: string): ObserveSubrequest => {
      const answered = seconds.labels({ subgraph, outcome: 'answered' });
      return (outcome, took) => {
        if (outcome === 'answered') answered.observe(took);
        else seconds.observe({ subgraph, outcome }, took);
      };
    },
    watch: (subgraphs: ReadonlyMap<string, { readonly isUp: () => boolean }>): void => {
      new Gauge({
        name: 'onewindow_subgraph_up',
        help: '0 while a subgraph failed so often that nothing is sent to it.',
        labelNames: ['subgraph'],
        registers: [registry],
        collect() {
          for (const [subgraph, it] of subgraphs) this.set({ subgraph }, it.isUp() ? 1 : 0);
        },
      });
    },
  };
}
