import { GraphQLError } from 'graphql';

/** A request that can't be right: a malformed id, a page too large. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Nobody is known to be asking, where somebody must be. */
export function unauthenticated(): GraphQLError {
  return new GraphQLError('Sign in to do this. 请先登录。', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

/** The viewer is known and lacks the right. Says nothing of what is behind. */
export function forbidden(): GraphQLError {
  return new GraphQLError('You have no right to this. 您没有此项权限。', {
    extensions: { code: 'FORBIDDEN' },
  });
}
