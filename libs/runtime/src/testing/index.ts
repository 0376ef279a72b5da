export { collectSpans, type CollectedSpan, type CollectedSpans } from './collect-spans.ts';
