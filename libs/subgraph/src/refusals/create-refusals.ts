import type { Language } from '../language.ts';
import { baseRefusals, type BaseRefusalCode } from './base-refusals.ts';
import type { CodedRejection, Refusal, RefusalWords } from './refusal.ts';

/** Turns a rejection into its member of a result union. A rejection whose code has no words does not compile. */
export type ToRefusal<Code extends string> = <
  const Rejection extends CodedRejection & { code: Code },
>(
  rejection: Rejection,
  language: Language,
) => Refusal<Rejection>;

/** The base refusals with a service's own. A service may give a base refusal words of its own. */
export function createRefusals<const Words extends Readonly<Record<string, RefusalWords>>>(
  own: Words,
): ToRefusal<BaseRefusalCode | (keyof Words & string)> {
  const words = new Map<string, RefusalWords>(Object.entries({ ...baseRefusals, ...own }));
  return <const Rejection extends CodedRejection>(rejection: Rejection, language: Language) => {
    const found = words.get(rejection.code);
    if (!found) throw new Error(`The refusal ${rejection.code} has no words.`);
    return {
      ...rejection,
      __typename: rejection.code,
      message: fill(found[language], rejection),
      rule: rejection.rule ?? found.rule ?? null,
    } as unknown as Refusal<Rejection>;
  };
}

/** For who needs none but the base refusals. */
export const refusal = createRefusals({});

function fill(text: string, rejection: object): string {
  const values = rejection as Readonly<Record<string, unknown>>;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? value.toString() : '';
  });
}
