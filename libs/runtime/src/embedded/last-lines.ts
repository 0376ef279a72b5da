import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';

const KEPT = 4096;

/** Answers the end of what a server wrote: from its log file, or from the pipe when it has none. */
export function lastLines(stream: Readable | null, logFile: string | undefined): () => string {
  if (logFile !== undefined) return () => endOf(readFileSync(logFile, 'utf8'));
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-KEPT);
  });
  return () => endOf(text);
}

function endOf(text: string): string {
  return text.slice(-KEPT).trimEnd().split('\n').slice(-20).join('\n');
}
