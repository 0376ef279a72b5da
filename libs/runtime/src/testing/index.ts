export { bundleProgram, type BundledProgram } from './bundle-program.ts';
export { collectSpans, type CollectedSpan, type CollectedSpans } from './collect-spans.ts';
