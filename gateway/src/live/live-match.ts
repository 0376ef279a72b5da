import type { EventEnvelope } from '@onewindow/contracts';
import { isAnswerObject, readOwn } from '../execution/answer-object.ts';
import type { LiveMatch } from './live-fields.ts';

type Given = Readonly<Record<string, unknown>>;

/** Whether an event holds what these arguments ask for. What is not given asks for nothing. */
export function createMatcher(
  matches: readonly LiveMatch[],
  given: Given,
): (envelope: EventEnvelope) => boolean {
  const wanted = matches.flatMap((match) => {
    const value = valueAt(given, match.given);
    if (value === undefined || value === null) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [{ held: match.held, texts: new Set(values.map(textOf)) }];
  });
  return (envelope) =>
    wanted.every(({ held, texts }) => {
      const value = valueAt(envelope, held);
      return value !== undefined && texts.has(textOf(value));
    });
}

/** What lies at a path, through objects' own keys alone. */
function valueAt(from: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isAnswerObject(value) ? readOwn(value, key) : undefined),
    from,
  );
}

/** An ID is text here and may be a number there. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
