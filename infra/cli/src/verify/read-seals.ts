import { readFileSync } from 'node:fs';
import { eventEnvelope, journalSealMade } from '@onewindow/contracts';
import type { VerifyOptions } from '@onewindow/persistence';

/**
 * The seals of journals in a file of their events as they came over the stream, one envelope a line, by service.
 * Throws for a line that is not such an event: what was kept in vain must not pass for nothing kept.
 */
export function readSeals(file: string): NonNullable<VerifyOptions['publishedSeals']> {
  const seals: Record<string, { readonly number: number; readonly head: string }[]> = {};
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const seal = parseSeal(line);
    if (seal === undefined) {
      throw new Error(`${file}, line ${String(index + 1)}: no seal of a journal. 不是封存记录。`);
    }
    (seals[seal.service] ??= []).push(seal);
  }
  return seals;
}

function parseSeal(line: string) {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  const envelope = eventEnvelope.safeParse(json).data;
  const service = /^onewindow\.([a-z-]+)\.journal-seal\.made\.v1$/.exec(envelope?.type ?? '')?.[1];
  if (service === undefined) return undefined;
  const data = journalSealMade(service).schema.safeParse(envelope?.data).data;
  return data && { service, number: data.snapshot.number, head: data.snapshot.head };
}
