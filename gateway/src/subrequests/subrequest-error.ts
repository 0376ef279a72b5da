import { types } from 'node:util';
import { wordedError, type Words } from '@onewindow/subgraph';
import { GraphQLError } from 'graphql';

/** Why a subgraph did not answer: codes for the caller's program, messages that say no more than that. */
export type SubrequestCode =
  'DEADLINE_EXCEEDED' | 'SUBREQUEST_FAILED' | 'SUBREQUEST_INVALID' | 'SUBREQUEST_TIMEOUT';

const WORDS: Readonly<Record<SubrequestCode, Words>> = {
  DEADLINE_EXCEEDED: { en: 'The time for this request is over.', zh: '请求已超时。' },
  SUBREQUEST_FAILED: {
    en: 'A part of the service can’t be reached just now.',
    zh: '部分服务暂不可用。',
  },
  SUBREQUEST_INVALID: {
    en: 'A part of the service gave an answer that can’t be used.',
    zh: '部分服务响应无效。',
  },
  SUBREQUEST_TIMEOUT: { en: 'A part of the service took too long.', zh: '部分服务响应超时。' },
};

export function subrequestError(
  code: SubrequestCode,
  service: string,
  cause?: unknown,
): GraphQLError {
  return wordedError(code, WORDS[code], {
    extensions: { service },
    ...(types.isNativeError(cause) && { originalError: cause }),
  });
}

/** The code of what `subrequestError` made; `FAULT` for anything else. */
export function subrequestCode(error: unknown): string {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  return typeof code === 'string' && Object.hasOwn(WORDS, code) ? code : 'FAULT';
}

/** Faults of the subgraph or of the way to it: what a breaker counts. */
export function isOutage(error: unknown): boolean {
  const code = subrequestCode(error);
  return code === 'SUBREQUEST_FAILED' || code === 'SUBREQUEST_TIMEOUT';
}
