import type { z } from 'zod';
import { boundWords } from './inputs/bound-words.ts';
import type { Language } from './language.ts';
import { refusal } from './refusals/create-refusals.ts';
import type { Refusal } from './refusals/refusal.ts';

export interface InvalidField {
  readonly path: string;
  readonly message: string;
}
export type InvalidInputRefusal = Refusal<{
  readonly code: 'InvalidInput';
  readonly fields: readonly InvalidField[];
}>;
export type Validated<Input> =
  | { readonly ok: true; readonly value: Input }
  | { readonly ok: false; readonly refusal: InvalidInputRefusal };

/** Holds an input against its schema: the parsed value, or the refusal that names every field at fault. */
export function validateInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  language: Language,
): Validated<z.output<Schema>> {
  const parsed = schema.safeParse(input, {
    error: (issue) => wordsOf(issue)[language],
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  return { ok: false, refusal: refusal({ code: 'InvalidInput', fields }, language) };
}

/** For `.refine(check, inWords({ en, zh }))`: a rule of our own in both languages. */
export function inWords(both: Readonly<Record<Language, string>>): {
  params: Record<string, unknown>;
} {
  return { params: { ...both } };
}

type Words = Readonly<Record<Language, string>>;
const MISSING: Words = {
  en: 'This is missing, or of another kind than is wanted.',
  zh: '此项缺失或类型不符。',
};
const MALFORMED: Words = { en: 'This is not written as it has to be.', zh: '填写格式有误。' };
const NO_ID: Words = { en: 'This is no id of this system.', zh: '标识有误。' };

/** What is wanted, as a clerk would say it: no pattern, no name of a program's type. */
function wordsOf(issue: z.core.$ZodRawIssue): Words {
  switch (issue.code) {
    case 'custom':
      return { ...MALFORMED, ...(issue.params as Partial<Words> | undefined) };
    case 'too_small':
      return boundOf(issue, 'min', issue.minimum);
    case 'too_big':
      return boundOf(issue, 'max', issue.maximum);
    case 'invalid_type':
      return MISSING;
    case 'invalid_format':
      return issue.format === 'uuid' ? NO_ID : MALFORMED;
    default:
      return MALFORMED;
  }
}

function boundOf(
  { origin, input }: { readonly origin: string; readonly input?: unknown },
  bound: 'min' | 'max',
  limit: number | bigint,
): Words {
  if (origin !== 'string' && origin !== 'array') {
    return bound === 'min'
      ? { en: `It is ${limit} or more.`, zh: `不得小于${limit}。` }
      : { en: `It is ${limit} or less.`, zh: `不得大于${limit}。` };
  }
  const told = boundWords[`${bound}${origin === 'string' ? 'Length' : 'Items'}`];
  const broken = { limit, found: (input as string | readonly unknown[]).length };
  return { en: told.en(broken), zh: told.zh(broken) };
}
