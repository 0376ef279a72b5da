import { inWords } from '@onewindow/subgraph';
import { z } from 'zod';
import {
  CADENCES,
  CHANNELS,
  EXEMPTIONS,
  NATURES,
  PHASES,
  TOPIC_GROUPS,
} from '../../domain/terms-of-disclosure.ts';

const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?![\dXx])/;
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // Personal privacy is not disclosed (001:17): the surest sign of it is refused before anybody reads it.
    .refine((value) => !ID_NUMBER.test(value.normalize('NFKC')), {
      ...inWords({
        en: 'This holds what looks like an ID number; personal data is not disclosed (001:17).',
        zh: '内容含疑似身份证号码，个人隐私不得公开（001:17）。',
      }),
    });

const repeatable = { commandId: z.string().max(128).nullish() };
const onEntry = { ...repeatable, expectedVersion: z.int().nullish(), entryId: z.string() };

const content = z
  .object({
    title: text(200),
    body: text(5_000),
    basis: text(200),
    phase: z.enum(PHASES),
    nature: z.enum(NATURES),
    cadence: z.enum(CADENCES),
    topicGroup: z.enum(TOPIC_GROUPS).nullish(),
    itemId: z.string().nullish(),
  })
  .transform(({ itemId, topicGroup, ...said }) => ({
    ...said,
    topicGroup: topicGroup ?? null,
    item: itemId ?? null,
  }));

export const draftInput = z.object({ ...repeatable, content });
export const replaceInput = z.object({ ...repeatable, entryId: z.string(), content });
export const submitInput = z.object({
  ...onEntry,
  content: content.nullish().transform((given) => given ?? null),
});
export const publishInput = z.object({
  ...onEntry,
  channels: z
    .array(z.enum(CHANNELS))
    .min(1)
    .transform((named) => [...new Set(named)]),
});
export const withdrawInput = z.object({ ...onEntry, reason: text(500) });
export const approveInput = z.object({ ...onEntry, secrecyCheck: text(2_000) });
export const returnInput = z.object({ ...onEntry, opinion: text(2_000) });
export const exemptInput = z.object({
  ...onEntry,
  exemption: z.enum(EXEMPTIONS),
  reason: text(2_000),
});
