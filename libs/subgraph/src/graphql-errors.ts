import type { GraphQLError } from 'graphql';
import { wordedError, type Words } from './own-words.ts';

/** A request that can't be right: a malformed id, a page too large. */
export function badUserInput(words: Words): GraphQLError {
  return wordedError('BAD_USER_INPUT', words);
}

/** Nobody is known to be asking, where somebody must be. */
export function unauthenticated(): GraphQLError {
  return wordedError('UNAUTHENTICATED', { en: 'Sign in to do this.', zh: '请先登录。' });
}

/** The viewer is known and lacks the right. Says nothing of what is behind. */
export function forbidden(): GraphQLError {
  return wordedError('FORBIDDEN', { en: 'You have no right to this.', zh: '您没有此项权限。' });
}

/** The time for a request is over: nothing more is done for it. */
export function deadlineExceeded(): GraphQLError {
  return wordedError('DEADLINE_EXCEEDED', {
    en: 'The time for this request is over.',
    zh: '请求已超时。',
  });
}
