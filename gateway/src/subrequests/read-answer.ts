import type { GraphQLFormattedError } from 'graphql';

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  /** Nothing was escaped in it, so that all of its strings are JSON as they are. */
  readonly isPlain?: boolean;
  /** Its characters. */
  readonly length?: number;
}

/** A body that is no answer of a subgraph: too large, broken, or of another shape. */
export class InvalidAnswer extends Error {
  override readonly name = 'InvalidAnswer';
}

/** Reads a subgraph's answer. Throws `InvalidAnswer`. */
export function parseAnswer(text: string): SubgraphAnswer {
  const isPlain = !text.includes('\\');
  const json = parseJson(text, isPlain);
  if (!isRecord(json)) throw new InvalidAnswer('no object');
  const { data, errors } = json;
  if (data != null && !isRecord(data)) throw new InvalidAnswer('data is no object');
  if (errors != null && !isErrors(errors)) throw new InvalidAnswer('errors are no list of errors');
  if (data === undefined && errors == null) throw new InvalidAnswer('neither data nor errors');
  const { length } = text;
  return {
    isPlain,
    length,
    ...(data !== undefined && { data }),
    ...(errors != null && { errors }),
  };
}

/** So much of `__proto__` is enough to look closer: the whole is sought five times as slowly. */
const SUSPECT = '__pro';

/** A key `__proto__`, written out or escaped, could reach the prototype of what the answer is merged into. */
function parseJson(text: string, isPlain: boolean): unknown {
  const refuse = (key: string, value: unknown) => {
    if (key === '__proto__') throw new InvalidAnswer('a key is __proto__');
    return value;
  };
  const isSuspect = text.includes(SUSPECT) || (!isPlain && text.includes('\\u'));
  try {
    return JSON.parse(text, isSuspect ? refuse : undefined);
  } catch (cause) {
    throw cause instanceof InvalidAnswer ? cause : new InvalidAnswer('broken JSON', { cause });
  }
}

function isErrors(value: unknown): value is GraphQLFormattedError[] {
  return (
    Array.isArray(value) &&
    value.every((error) => isRecord(error) && typeof error['message'] === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
