import { errorInLanguage, wordedError, type Language } from '@onewindow/subgraph';
import { z } from 'zod';
import { Refused } from './refused.ts';

/** What somebody asks to be told. */
export interface LiveRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What came behind this is told first. */
  readonly lastEventId: string | undefined;
}

const form = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.looseObject({ lastEventId: z.string().max(512).nullish() }).nullish(),
});

/** Reads the request of an operation. Throws `Refused` for what is none, in the language of who asks. */
export function readLiveRequest(payload: unknown, language: Language): LiveRequest {
  const read = form.safeParse(payload);
  if (!read.success) {
    const fields = read.error.issues.map(({ path }) => path.join('.') || 'body');
    const places = [...new Set(fields)].join(', ');
    const words = { en: `The request can’t be read: ${places}.`, zh: `请求格式有误：${places}。` };
    throw new Refused([errorInLanguage(wordedError('BAD_REQUEST', words), language)]);
  }
  const { query, operationName, variables, extensions } = read.data;
  return {
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    lastEventId: extensions?.lastEventId ?? undefined,
  };
}
