import { inWords } from '@onewindow/subgraph';
import { z } from 'zod';
import { holdsIdNumber } from './domain/id-number.ts';

/**
 * A text of an entry. Personal privacy is not disclosed (001:17): the surest sign of it, an ID number, is refused
 * before anybody reads the text. Length and form are the SDL's.
 */
const text = z.string().refine((value) => !holdsIdNumber(value), {
  ...inWords({
    en: 'This holds what looks like an ID number; personal data is not disclosed (001:17).',
    zh: '内容含疑似身份证号码，个人隐私不得公开（001:17）。',
  }),
});
const content = z.object({ title: text, body: text, basis: text });

/** Of the inputs with texts: none of these holds an ID number. */
export const contentInput = z.object({ content });
export const changedContentInput = z.object({ content: content.nullish() });
export const reasonInput = z.object({ reason: text });
export const opinionInput = z.object({ opinion: text });
export const secrecyCheckInput = z.object({ secrecyCheck: text });
