import type { HTTPGraphQLResponse } from '@apollo/server';
import { inLanguage, type Language } from '@onewindow/subgraph';
import type { GraphQLFormattedError } from 'graphql';
import { maskError } from '../mask-error.ts';
import { withTraceId } from '../operation-errors.ts';

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
  // What `formatError` made of them once; words are lost with each printing.
  const masked = errors.map((error) => maskError(error, error));
  const told = withTraceId(inLanguage(masked, language), traceId);
  const string = JSON.stringify({ errors: told, ...others });
  return { ...answered, body: { kind: 'complete', string } };
}

interface GraphQLFormattedAnswer {
  readonly errors?: readonly GraphQLFormattedError[];
}
