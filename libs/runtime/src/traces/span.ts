import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { types } from 'node:util';
import type { Trace } from './trace.ts';

/**
 * What a span says. Names and attributes are the program's own words, ids and codes: no variables, no text
 * of a document, nothing of a person.
 */
export interface SpanDescription {
  readonly name: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  readonly attributes?: Attributes;
  /** The `traceparent` under which it stands; null begins a trace; what runs now when absent. */
  readonly parent?: string | null;
  /** The parent where nothing runs. */
  readonly otherwise?: string;
  /** The `traceparent`s of what it has to do with, without standing under them. */
  readonly links?: readonly string[];
}

/** A span while its work runs. */
export interface RunningSpan extends Trace {
  set(attributes: Attributes): void;
  /** It ended badly, for a reason that has a code. What is thrown out of it is noted without this. */
  fail(code: string): void;
}

/** Absent while traces are off: then nothing below makes anything. */
let tracer: Tracer | undefined;

/** Called by who starts and stops the export of traces, and by nobody else. */
export function traceWith(chosen: Tracer | undefined): void {
  tracer = chosen;
}

export const isTracing = (): boolean => tracer !== undefined;

/** Runs work inside of a span, whose end is the work's. Without tracing it only runs the work. */
export function inSpan<Result>(
  description: SpanDescription,
  work: (span?: RunningSpan) => Promise<Result>,
): Promise<Result> {
  return tracer === undefined ? work() : runInSpan(tracer, description, work);
}

/** Says more of the span that runs now, if one does. */
export function describeSpan(attributes: Attributes): void {
  if (tracer !== undefined) trace.getActiveSpan()?.setAttributes(attributes);
}

async function runInSpan<Result>(
  active: Tracer,
  { name, kind, attributes = {}, links = [], ...place }: SpanDescription,
  work: (span: RunningSpan) => Promise<Result>,
): Promise<Result> {
  const above = contextAbove(place);
  const options = {
    kind: KINDS[kind],
    attributes,
    links: links.flatMap((it) => readSpanContext(it) ?? []).map((it) => ({ context: it })),
  };
  const span = active.startSpan(name, options, above);
  try {
    return await context.with(trace.setSpan(above, span), () => work(running(span)));
  } catch (error) {
    fail(span, codeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;

function running(span: Span): RunningSpan {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceId,
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    set: (attributes) => {
      span.setAttributes(attributes);
    },
    fail: (code) => {
      fail(span, code);
    },
  };
}

function contextAbove({
  parent,
  otherwise,
}: Pick<SpanDescription, 'parent' | 'otherwise'>): Context {
  if (parent !== undefined) return contextOf(parent);
  return otherwise !== undefined && !trace.getActiveSpan()
    ? contextOf(otherwise)
    : context.active();
}

function contextOf(traceparent: string | null): Context {
  const above = traceparent === null ? undefined : readSpanContext(traceparent);
  return above ? trace.setSpanContext(ROOT_CONTEXT, above) : ROOT_CONTEXT;
}

function readSpanContext(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

/** The message of an error is not told: it may hold what an applicant wrote. */
function fail(span: Span, code: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', code);
}

function codeOf(error: unknown): string {
  if (!types.isNativeError(error)) return 'unknown';
  const { extensions } = error as { readonly extensions?: { readonly code?: unknown } };
  return typeof extensions?.code === 'string' ? extensions.code : error.name;
}
