import { context, trace } from '@opentelemetry/api';
import { collectSpans, type CollectedSpans } from '../testing/index.ts';
import { describeSpan, inSpan, isTracing, type RunningSpan } from './span.ts';
import { parseTrace } from './trace.ts';

const traceId = 'a'.repeat(32);
const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`;
const work = { name: 'work', kind: 'internal' } as const;

describe('without tracing', () => {
  it('work runs as if nobody asked, in the promise that it made itself', async () => {
    const made = Promise.resolve('done');
    const seen: unknown[] = [];
    const answered = inSpan(work, (span) => {
      seen.push(span, trace.getSpan(context.active()));
      describeSpan({ more: 'words' });
      return made;
    });
    expect(isTracing()).toBe(false);
    expect(answered).toBe(made);
    expect(seen).toEqual([undefined, undefined]);
    await made;
  });
});

describe('with tracing', () => {
  let spans: CollectedSpans;
  beforeAll(async () => {
    spans = await collectSpans();
  });
  beforeEach(() => {
    spans.clear();
  });
  afterAll(() => spans.stop());

  it('work inside of work stands under it, behind promises too', async () => {
    await inSpan({ ...work, name: 'outer' }, async () => {
      await Promise.resolve();
      await inSpan({ ...work, name: 'inner' }, () => Promise.resolve());
    });
    const [inner, outer] = spans.all();
    expect(inner).toMatchObject({ name: 'inner', parentId: outer?.spanId, failed: false });
    expect(outer).toMatchObject({ name: 'outer', parentId: undefined, traceId: inner?.traceId });
  });

  it('goes on with a trace from elsewhere, whatever runs around it', async () => {
    await inSpan({ ...work, name: 'around' }, () =>
      inSpan({ ...work, parent: traceparent }, () => Promise.resolve()),
    );
    expect(spans.all()[0]).toMatchObject({ traceId, parentId: 'b'.repeat(16) });
    expect(spans.all()[1]?.traceId).not.toBe(traceId);
  });

  it('a parent of null or of nonsense begins a trace', async () => {
    await inSpan({ ...work, name: 'around' }, async () => {
      for (const parent of [null, 'nonsense']) {
        await inSpan({ ...work, parent }, () => Promise.resolve());
      }
    });
    expect(new Set(spans.all().map((span) => span.traceId)).size).toBe(3);
    expect(spans.all().map((span) => span.parentId)).toEqual([undefined, undefined, undefined]);
  });

  it('a link is told without standing under it', async () => {
    await inSpan({ ...work, parent: null, links: [traceparent, 'nonsense'] }, () =>
      Promise.resolve(),
    );
    expect(spans.all()[0]).toMatchObject({ links: [traceId], parentId: undefined });
  });

  it('says where it stands, for who goes on elsewhere', async () => {
    let running: RunningSpan | undefined;
    await inSpan({ ...work, attributes: { at: 'first' } }, (span) => {
      running = span;
      describeSpan({ then: 'more' });
      span?.set({ last: 1 });
      return Promise.resolve();
    });
    const [span] = spans.all();
    expect(parseTrace(running?.traceparent).traceId).toBe(span?.traceId);
    expect(running?.traceparent).toContain(span?.spanId);
    expect(span?.attributes).toEqual({ at: 'first', then: 'more', last: 1 });
  });

  it('an error ends it badly by its name or code, never by its message', async () => {
    const coded = Object.assign(new Error('of 演示 applicant'), { extensions: { code: 'LATE' } });
    for (const error of [new TypeError('13800138000'), coded]) {
      await expect(inSpan(work, () => Promise.reject(error))).rejects.toBe(error);
    }
    expect(spans.all().map(({ attributes, failed }) => [attributes, failed])).toEqual([
      [{ 'error.type': 'TypeError' }, true],
      [{ 'error.type': 'LATE' }, true],
    ]);
  });
});
