import type { JsonObject } from '@onewindow/kernel';

/**
 * The places of texts in an event: the names of fields joined by dots, `*` for each element of a list.
 * `'content.title'`, `'remarks.*.text'`.
 */
export type TextPath<Value> = Value extends readonly (infer Element)[]
  ? Element extends string
    ? '*'
    : `*.${TextPath<Element>}`
  : Value extends object
    ? {
        [Name in keyof Value & string]: NonNullable<Value[Name]> extends string
          ? Name
          : NonNullable<Value[Name]> extends object
            ? `${Name}.${TextPath<NonNullable<Value[Name]>>}`
            : never;
      }[keyof Value & string]
    : never;

/** Which texts of which events are detachable. */
export type DetachableTexts<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]?: readonly TextPath<
    Omit<Extract<Event, { readonly type: Type }>, 'type'>
  >[];
};

type Change = (value: unknown, at: string) => unknown;

/** The data with what stands at a declared path changed. What is not there, or null, stays. */
export const changedAt = (data: JsonObject, path: string, change: Change): JsonObject =>
  walk(data, path.split('.'), { change, at: [] }) as JsonObject;

function walk(
  value: unknown,
  [step, ...rest]: readonly string[],
  { change, at }: { readonly change: Change; readonly at: readonly string[] },
): unknown {
  if (step === undefined) return change(value, at.join('.'));
  if (Array.isArray(value)) {
    if (step !== '*') return value;
    return value.map((one, n) => walk(one, rest, { change, at: [...at, String(n)] }));
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const inside = (value as JsonObject)[step];
  return { ...value, [step]: walk(inside, rest, { change, at: [...at, step] }) };
}

/** The data with every digest changed, wherever it stands. */
export function changedDigests(
  value: unknown,
  change: (digest: string, at: string) => string,
  at: readonly string[] = [],
): unknown {
  if (Array.isArray(value)) {
    return value.map((one, n) => changedDigests(one, change, [...at, String(n)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  const [only] = fields;
  if (fields.length === 1 && only?.[0] === 'detached' && typeof only[1] === 'string') {
    return change(only[1], at.join('.'));
  }
  return Object.fromEntries(
    fields.map(([name, field]) => [name, changedDigests(field, change, [...at, name])]),
  );
}
