import type { HTTPGraphQLResponse } from '@apollo/server';
import { inChinese, type Language } from '@onewindow/subgraph';
import type { GraphQLFormattedError } from 'graphql';

/**
 * What Apollo Server refuses before it asks any plugin (a forged request, a body that is none) in the caller's language
 * and with the trace id, as all else.
 */
export function toldIn(
  answered: HTTPGraphQLResponse,
  language: Language,
  traceId: string,
): HTTPGraphQLResponse {
  const { status = 200, body } = answered;
  if (status < 400 || body.kind !== 'complete' || !body.string.startsWith('{')) return answered;
  const { errors, ...others } = JSON.parse(body.string) as GraphQLFormattedAnswer;
  if (!errors || errors.every(({ extensions }) => extensions?.['traceId'] !== undefined)) {
    return answered;
  }
  const told = errors.map(({ message, extensions, ...error }) => ({
    message: (language === 'zh' ? inChinese(message) : undefined) ?? message.trim(),
    ...error,
    extensions: { ...extensions, traceId },
  }));
  const string = JSON.stringify({ errors: told, ...others });
  return { ...answered, body: { kind: 'complete', string } };
}

interface GraphQLFormattedAnswer {
  readonly errors?: readonly GraphQLFormattedError[];
}
