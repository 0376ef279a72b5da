import { z } from 'zod';
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

const words = { en: z.locales.en().localeError, zh: z.locales.zhCN().localeError };

/** Holds an input against its schema: the parsed value, or the refusal that names every field at fault. */
export function validateInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  language: Language,
): Validated<z.output<Schema>> {
  const parsed = schema.safeParse(input, {
    error: (issue) => ownWords(issue, language) ?? words[language](issue),
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

function ownWords(issue: z.core.$ZodRawIssue, language: Language): string | undefined {
  const text: unknown = issue.code === 'custom' ? issue.params?.[language] : undefined;
  return typeof text === 'string' ? text : undefined;
}
