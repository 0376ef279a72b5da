import { SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-node';
import { startTracing } from '../traces/start-tracing.ts';

/** A span as it would have gone to a collector. */
export interface CollectedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | undefined;
  readonly links: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
}

export interface CollectedSpans {
  /** What has ended since the last `clear`, in the order in which it ended. */
  readonly all: () => readonly CollectedSpan[];
  readonly clear: () => void;
  readonly stop: () => Promise<void>;
}

/** Traces into memory, for specs: everything in this process until `stop`. */
export async function collectSpans(): Promise<CollectedSpans> {
  const exporter = new InMemorySpanExporter();
  const { stop } = await startTracing({ service: 'spec', exporter, immediate: true });
  return {
    all: () =>
      exporter.getFinishedSpans().map((span) => ({
        name: span.name,
        kind: span.kind,
        traceId: span.spanContext().traceId,
        spanId: span.spanContext().spanId,
        parentId: span.parentSpanContext?.spanId,
        links: span.links.map((link) => link.context.traceId),
        attributes: span.attributes,
        failed: span.status.code === SpanStatusCode.ERROR,
      })),
    clear: () => {
      exporter.reset();
    },
    stop,
  };
}
