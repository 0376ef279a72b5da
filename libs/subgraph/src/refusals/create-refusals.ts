import type { DocumentNode } from 'graphql';
import type { Language } from '../language.ts';
import { baseCauses } from './base-causes.ts';
import { baseRefusals, type BaseRefusalCode } from './base-refusals.ts';
import { enumNames } from './enum-names.ts';
import type { CodedRejection, Refusal, RefusalWords } from './refusal.ts';

/** Turns a rejection into its member of a result union. A rejection whose code has no words does not compile. */
export type ToRefusal<Code extends string> = <
  const Rejection extends CodedRejection & { code: Code },
>(
  rejection: Rejection,
  language: Language,
) => Refusal<Rejection>;

/**
 * The base refusals with a service's own. A service may give a base refusal words of its own, and other
 * words for one cause of it: `'NotAuthorized.NotHimself'` for what has `because: 'NotHimself'`,
 * `'AlreadyExists.badgeNumber'` for that `fact`. `typeDefs` name the values of its enums.
 */
export function createRefusals<const Words extends Readonly<Record<string, RefusalWords>>>(
  own: Words,
  typeDefs?: DocumentNode,
): ToRefusal<BaseRefusalCode | (keyof Words & string)> {
  const nameOf = enumNames(typeDefs);
  const words = new Map<string, RefusalWords>(
    Object.entries({ ...baseRefusals, ...baseCauses, ...own }),
  );
  return <const Rejection extends CodedRejection>(rejection: Rejection, language: Language) => {
    const found = words.get(`${rejection.code}.${causeOf(rejection)}`) ?? words.get(rejection.code);
    if (!found) throw new Error(`The refusal ${rejection.code} has no words.`);
    return {
      ...rejection,
      __typename: rejection.code,
      message: fill(found[language], rejection, (name, value) => nameOf(name, value, language)),
      rule: rejection.rule ?? found.rule ?? null,
    } as unknown as Refusal<Rejection>;
  };
}

/** For who needs none but the base refusals. */
export const refusal = createRefusals({});

function causeOf(rejection: object): string {
  const { because, fact } = rejection as Readonly<Record<string, unknown>>;
  const cause = because ?? fact;
  return typeof cause === 'string' ? cause : '';
}

const ENUM_VALUE = /^[A-Z][A-Z_]+$/;
/** What is left around a value that has no words. */
const EMPTY_BRACKETS = /\s*(?:\(\)|（）|: *(?=\.)|：(?=。))/gu;

function fill(
  text: string,
  rejection: object,
  nameOf: (placeholder: string, value: string) => string,
): string {
  const values = rejection as Readonly<Record<string, unknown>>;
  return text
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (Array.isArray(value)) return value.join(', ');
      if (typeof value === 'string' && ENUM_VALUE.test(value)) return nameOf(name, value);
      return typeof value === 'string' || typeof value === 'number' ? value.toString() : '';
    })
    .replace(EMPTY_BRACKETS, '');
}
