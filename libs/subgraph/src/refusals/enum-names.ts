import { Kind, type DocumentNode } from 'graphql';
import type { Language } from '../language.ts';

/** How a value of an enum is said in a sentence, by what stands for it there: `{status}`. */
export type NameOfValue = (placeholder: string, value: string, language: Language) => string;

/**
 * The names of enum values from the SDL's own descriptions, whose last part is Chinese. `{status}` is of
 * an enum whose name has `status` in it. A value that two such enums name differently has none.
 */
export function enumNames(typeDefs: DocumentNode | undefined): NameOfValue {
  const enums = (typeDefs?.definitions ?? []).flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION ? [definition] : [],
  );
  const chinese = (placeholder: string, value: string) => {
    const names = enums
      .filter(({ name }) => name.value.toLowerCase().includes(placeholder.toLowerCase()))
      .flatMap(({ values = [] }) => values.filter(({ name }) => name.value === value))
      .map(({ description }) => /[^.\s]*\p{Script=Han}[^.]*$/u.exec(description?.value ?? '')?.[0]);
    const [first] = names;
    return names.every((name) => name === first) ? (first?.trim() ?? '') : '';
  };
  return (placeholder, value, language) =>
    language === 'en' ? value.toLowerCase().replaceAll('_', ' ') : chinese(placeholder, value);
}
