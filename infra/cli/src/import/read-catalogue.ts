import { decodeFile } from './decode-file.ts';
import { normaliseRow } from './normalise-row.ts';
import type { ParsedRow } from './parsed-row.ts';
import { readNational } from './read-national.ts';
import { readTable } from './read-table.ts';
import type { SourceRecord } from './source-record.ts';
import { survey, type Survey } from './survey-file.ts';

export interface Catalogue {
  readonly survey: Survey;
  /** The rows in the file's order, read afresh on each call. */
  readonly rows: () => AsyncGenerator<ParsedRow>;
}

/** Reads a catalogue of either format twice: once for what the whole file tells, once for its rows. */
export async function readCatalogue(
  path: string,
  options: { readonly region?: string } = {},
): Promise<Catalogue> {
  const found = await survey(readRecords(path), options.region);
  return {
    survey: found,
    rows: async function* () {
      for await (const record of readRecords(path))
        // Position 0 is the header: the survey tells what is missing there.
        if (record.position > 0) yield normaliseRow(record, found, options.region);
    },
  };
}

/** By what the text begins with: a bracket is JSON, a tag an error page, anything else a table. */
export async function* readRecords(path: string): AsyncGenerator<SourceRecord> {
  const chunks = decodeFile(path);
  const head = await firstText(chunks);
  const whole = rejoined(head, chunks);
  const json = /\.(?:json|jsonl|ndjson)$/iu.test(path) || /^[\s\ufeff]*[[{<]/u.test(head);
  yield* json ? readNational(whole) : readTable(whole);
}

async function* rejoined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

/** Taken with `next`: a loop that is broken off would close the file. */
async function firstText(chunks: AsyncGenerator<string>): Promise<string> {
  let head = '';
  while (head.trim() === '') {
    const next: IteratorResult<string, unknown> = await chunks.next();
    if (next.done === true) return head;
    head += next.value;
  }
  return head;
}
