import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** An entry as everybody may know it: no text that was withdrawn, no author, no case and no person. */
export const disclosureEntrySnapshot = z.object({
  id: z.uuid(),
  status: z.enum([
    'PUBLISHED_BEFORE',
    'UPDATED_DURING',
    'PUBLISHED_AFTER',
    'REPLACED',
    'WITHDRAWN',
  ]),
  /** Null when it was withdrawn. */
  title: z.string().nullable(),
  phase: z.enum(['BEFORE', 'DURING', 'AFTER']),
  nature: z.enum(['STATUTORY_DUTY', 'GOAL', 'PROCESS', 'RESULT']),
  cadence: z.enum(['PERMANENT', 'PERIODIC', 'STAGED', 'AD_HOC']),
  channels: z.array(
    z.enum(['BOARD', 'HALL', 'PHONE', 'MEDIA', 'INTERNET', 'MEETING', 'PRINTED', 'EXHIBITION']),
  ),
  /** The service item that it is about, null when about none. */
  item: z.uuid().nullable(),
  region: z.uuid(),
  department: z.uuid(),
  centre: z.uuid().nullable(),
  /** Of a licence that was issued; null of everything else, and where the number is made of an ID number. */
  certificateNumber: z.string().nullable(),
  /** Null when it was withdrawn before it was public. */
  publishedAt: z.string().nullable(),
  /** The entry that holds in its place, null while it holds itself. */
  replacedBy: z.uuid().nullable(),
});

const entry = (happened: string) =>
  ({ service: 'disclosure', aggregate: 'entry', happened, version: 1 }) as const;
const carrying = <Happened extends z.ZodType>(happened: Happened) =>
  z.object({ happened, snapshot: disclosureEntrySnapshot });

export const disclosureEntryPublished = defineEvent({
  ...entry('published'),
  schema: carrying(
    z.object({
      /** The entry whose place it takes, null when none or when its source says so by itself. */
      replaces: z.uuid().nullable(),
    }),
  ),
  description: { en: 'The public can read an entry.', zh: '政务信息公开' },
});
export const disclosureEntryReplaced = defineEvent({
  ...entry('replaced'),
  schema: carrying(z.object({})),
  description: { en: 'Another entry holds in its place.', zh: '公开内容更换' },
});
export const disclosureEntryWithdrawn = defineEvent({
  ...entry('withdrawn'),
  schema: carrying(z.object({})),
  description: { en: 'What was public is no longer to be read.', zh: '公开内容撤回' },
});

export type DisclosureEntrySnapshot = z.infer<typeof disclosureEntrySnapshot>;
