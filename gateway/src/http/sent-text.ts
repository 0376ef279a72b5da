import { NO_TEXT } from '../graphql-server.ts';
import type { SentOperation } from './persisted-queries.ts';

export interface SentText {
  readonly query: string;
  readonly operationName: string | undefined;
}

/** The text of a request and which operation of it is meant; undefined where it has none, which Apollo Server refuses. */
export function textOf({ body, search }: SentOperation): SentText | undefined {
  const { query, operationName } = (body ??
    Object.fromEntries(new URLSearchParams(search))) as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || query === '') return undefined;
  return { query, operationName: typeof operationName === 'string' ? operationName : undefined };
}

/** The same request, so that Apollo Server refuses of it all that it may, with what can be no fault as its text. */
export function withoutText({ body, search }: SentOperation): SentOperation {
  if (body !== undefined) return { body: { query: NO_TEXT }, search };
  return { body, search: `?${new URLSearchParams({ query: NO_TEXT }).toString()}` };
}
