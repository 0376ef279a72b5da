import type { FormattedExecutionResult } from 'graphql';

/**
 * The `data` of an answer, written out already. Whoever turns it into JSON once more, or reads it as an
 * object, gets what it says; `printResult` takes the text as it is.
 */
export class PrintedData {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** The body of an answer: errors first, so that readers of a long one see them. */
export function printResult({ data, errors, extensions }: FormattedExecutionResult): string {
  const parts: string[] = [];
  if (errors !== undefined) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) {
    parts.push(`"data":${data instanceof PrintedData ? data.text : JSON.stringify(data)}`);
  }
  if (extensions !== undefined) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}\n`;
}
