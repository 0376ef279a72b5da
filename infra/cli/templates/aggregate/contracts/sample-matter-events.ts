import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** A sample matter as everybody may know it: nothing that somebody wrote, and nobody's name. */
export const sampleMatterSnapshot = z.object({
  id: z.uuid(),
  status: z.enum(['OPEN', 'CLOSED']),
  region: z.uuid(),
  department: z.uuid(),
  openedAt: z.string(),
});
export type SampleMatterSnapshot = z.infer<typeof sampleMatterSnapshot>;

const ofSampleMatter = (happened: string, words: { readonly en: string; readonly zh: string }) =>
  defineEvent({
    service: 'sampleservice',
    aggregate: 'sample-matter',
    happened,
    version: 1,
    schema: z.object({ happened: z.object({}), snapshot: sampleMatterSnapshot }),
    description: words,
  });

export const sampleMatterOpened = ofSampleMatter('opened', {
  en: 'A department has opened a sample matter.',
  zh: '示例事项登记',
});
export const sampleMatterClosed = ofSampleMatter('closed', {
  en: 'A second person has closed a sample matter.',
  zh: '示例事项办结',
});

/** All that is told of a sample matter: who listens takes the family, or names what it leaves out. */
export const sampleMatterEvents = {
  opened: sampleMatterOpened,
  closed: sampleMatterClosed,
} as const;
