import type { ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { parseLanguage, type Language } from '@onewindow/subgraph';
import { GraphQLError } from 'graphql';
import { answerText } from '../http/answer.ts';
import type { RequestContext } from '../request-context.ts';
import type { TooMany } from './request-rates.ts';

/** What a caller is told who asks for too much, in his language; `extensions.retryAfter` is seconds. */
export function tooManyError({ retryAfter }: TooMany, language: Language): GraphQLError {
  return new GraphQLError(messageOf(retryAfter, language), {
    extensions: { code: 'RATE_LIMITED', retryAfter },
  });
}

/** The same for Apollo Server, which answers 429 by it. */
export function tooManyByHttp({ retryAfter }: TooMany, language: Language): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(retryAfter)]]);
  const extensions: Record<string, unknown> = { code: 'RATE_LIMITED', retryAfter };
  extensions['http'] = { status: 429, headers };
  return new GraphQLError(messageOf(retryAfter, language), { extensions });
}

/** Takes what an operation costs; the error of `tooManyByHttp` when the caller has not so much left. */
export async function tooMuchCost(
  { takeCost, acceptLanguage }: Pick<RequestContext, 'acceptLanguage' | 'takeCost'>,
  cost: number,
): Promise<GraphQLError | undefined> {
  const tooMany = await takeCost?.(cost);
  return tooMany && tooManyByHttp(tooMany, parseLanguage(acceptLanguage));
}

/** The same as the answer to a request. */
export function answerTooMany(
  response: ServerResponse,
  { retryAfter }: TooMany,
  told: { readonly acceptLanguage: string | undefined; readonly traceId: string },
): void {
  const message = messageOf(retryAfter, parseLanguage(told.acceptLanguage));
  const extensions = { code: 'RATE_LIMITED', retryAfter, traceId: told.traceId };
  response.setHeader('retry-after', String(retryAfter));
  answerText(response, 429, JSON.stringify({ errors: [{ message, extensions }] }));
}

const messageOf = (seconds: number, language: Language): string =>
  language === 'en'
    ? `There were too many requests. Try again in ${seconds} seconds.`
    : `请求过于频繁，请在 ${seconds} 秒后再试。`;
