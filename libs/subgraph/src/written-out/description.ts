import { Kind, type StringValueNode } from 'graphql';

/** A description in both languages. */
export const described = (value: string): StringValueNode => ({ kind: Kind.STRING, value });

/** The Chinese part of a description: what stands behind its last sentence in English. */
export function chineseOf(description: StringValueNode | undefined): string | undefined {
  const last = description?.value
    .trim()
    .split(/(?<=[.。]\)?)\s+/u)
    .at(-1);
  return last !== undefined && /^\p{Script=Han}/u.test(last) ? last : undefined;
}

/** The English part of a description, without its last full stop. */
export function englishOf(description: StringValueNode | undefined): string | undefined {
  const whole = description?.value.trim() ?? '';
  const chinese = chineseOf(description);
  const english = chinese === undefined ? whole : whole.slice(0, -chinese.length);
  return english.trim().replace(/\.$/u, '') || undefined;
}

/** `fieldInspection`: `field inspection`. */
export const inWords = (name: string): string =>
  name.replaceAll(/(?<=[a-z0-9])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
