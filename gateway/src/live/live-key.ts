import { liveError } from './live-error.ts';
import type { LiveField } from './live-fields.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * The representation, written out, of the one entity that the arguments mean; undefined where the field has no
 * key arguments. Throws when not exactly one of them is given.
 */
export function representationOfKey({ type, keys }: LiveField, given: Given): string | undefined {
  if (keys.length === 0) return undefined;
  const [key, ...others] = keys.filter((name) => given[name] !== undefined && given[name] !== null);
  if (key === undefined || others.length > 0) throw liveError('NOT_ONE_KEY', { keys });
  const value = given[key];
  const fields = typeof value === 'object' ? { ...value } : { [key]: value };
  return JSON.stringify({ __typename: type, ...fields });
}

/** The representation of an event's subject. */
export function representationOfSubject({ type, subject }: LiveField, id: string): string {
  return JSON.stringify({ __typename: type, [subject]: id });
}
