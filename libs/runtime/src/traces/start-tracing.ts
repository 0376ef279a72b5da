import { context, diag, DiagLogLevel, trace } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { EnvironmentSource } from '../embedded/programs.ts';
import type { Log } from '../logs/create-log.ts';
import { traceWith } from './span.ts';

export interface Tracing {
  /** Sends what has not been sent yet, and ends. */
  readonly stop: () => Promise<void>;
}

export interface TracingOptions {
  /** As it is called in the traces. */
  readonly service: string;
  readonly exporter: SpanExporter;
  /** In batches, some seconds late, unless each span is to be exported as it ends. */
  readonly immediate?: boolean;
}

/** Begins to export spans. One at a time in a process. Loads the SDK only now: without traces nobody pays for it. */
export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const { BatchSpanProcessor, NodeTracerProvider, SimpleSpanProcessor } =
    await import('@opentelemetry/sdk-trace-node');
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } =
    await import('@opentelemetry/resources');
  const { exporter, immediate = false, service } = options;
  const named = resourceFromAttributes({
    'service.namespace': 'onewindow',
    'service.name': service,
  });
  const provider = new NodeTracerProvider({
    // OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME have the last word.
    resource: defaultResource()
      .merge(named)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      immediate ? new SimpleSpanProcessor(exporter) : new BatchSpanProcessor(exporter),
    ],
  });
  // Ours is the only header that travels: baggage could carry anything to anybody.
  provider.register({ propagator: null });
  traceWith(provider.getTracer('onewindow'));
  return {
    stop: async () => {
      traceWith(undefined);
      trace.disable();
      context.disable();
      await provider.shutdown();
    },
  };
}

/**
 * By OpenTelemetry's own variables: on where an endpoint is named, off otherwise, and nothing is sent to
 * anybody else. The SDK reads the rest (headers, sampler, batches) from the environment itself.
 */
export function wantsTraces(source: EnvironmentSource): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = source;
  const isNamed = [OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT].some(
    (it) => it !== undefined && it.trim() !== '',
  );
  const { OTEL_SDK_DISABLED, OTEL_TRACES_EXPORTER } = source;
  return isNamed && OTEL_SDK_DISABLED?.toLowerCase() !== 'true' && OTEL_TRACES_EXPORTER !== 'none';
}

/** Exports to the collector that the environment names. An export that fails is logged and holds up nothing. */
export async function startExport(service: string, log: Log): Promise<Tracing> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const warn = (reason: string) => {
    log.warn({ reason: reason.slice(0, 500) }, 'traces were not exported');
  };
  const nothing = () => undefined;
  diag.setLogger(
    { error: warn, warn, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const { stop } = await startTracing({ service, exporter: new OTLPTraceExporter() });
  return {
    // A collector that is away makes no stop unclean: what it has missed is nobody's case.
    stop: () =>
      stop().catch((error: unknown) => {
        warn(error instanceof Error ? error.message : String(error));
      }),
  };
}
