import { z } from 'zod';
import { defineEvent, type EventContract } from './define-event.ts';

/** A seal over entries of a service's journals, without its leaves. */
export const journalSealSnapshot = z.object({
  id: z.string(),
  /** From 1 without a gap: a number that is missing is a seal that somebody took away. */
  number: z.int().positive(),
  /** The head of the seal before it; of the first one `journal-seal:<service>`. */
  previous: z.string(),
  /** The root of the Merkle tree over the leaves (RFC 6962), in hex. */
  root: z.string(),
  size: z.int().nonnegative(),
  /** SHA-256 over the canonical JSON (RFC 8785) of { service, number, previous, root, size }, in hex. */
  head: z.string(),
});
export type JournalSealSnapshot = z.infer<typeof journalSealSnapshot>;

const schema = z.object({
  happened: z.object({
    /**
     * For each entry SHA-256 over the canonical JSON of { service, kind, id, seq, hash } in base64url: whoever has the
     * entry finds it here, and nobody reads out of it which aggregates there are or what happened to them.
     */
    leaves: z.array(z.string()).max(8_000),
  }),
  snapshot: journalSealSnapshot,
});

/** The contract event by which a service tells of a seal over its journals. Of no region and no department. */
export const journalSealMade = (service: string): EventContract<z.infer<typeof schema>> =>
  defineEvent({
    ...{ service, aggregate: 'journal-seal', happened: 'made', version: 1, schema },
    description: {
      en: 'Entries of journals were sealed: who keeps this notices when they are changed.',
      zh: '存档封存，据此可发现事后改动',
    },
  });

export const casesJournalSealMade = journalSealMade('cases');
export const disclosureJournalSealMade = journalSealMade('disclosure');
export const itemsJournalSealMade = journalSealMade('items');
export const supervisionJournalSealMade = journalSealMade('supervision');
export const windowsJournalSealMade = journalSealMade('windows');

/** Of all services: whoever keeps seals keeps these. */
export const journalSealsMade = [
  casesJournalSealMade,
  disclosureJournalSealMade,
  itemsJournalSealMade,
  supervisionJournalSealMade,
  windowsJournalSealMade,
] as const;
