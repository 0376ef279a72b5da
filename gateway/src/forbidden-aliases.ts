import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Answers are merged by their keys, which a caller chooses by aliases: none may be the name of something an object has already. */
export function forbiddenAliases(context: ValidationContext): ASTVisitor {
  return {
    Field: ({ alias }) => {
      if (alias && FORBIDDEN.has(alias.value)) {
        const message = `The alias ${alias.value} can’t be used.`;
        context.reportError(
          new GraphQLError(message, { nodes: alias, extensions: { code: 'BAD_USER_INPUT' } }),
        );
      }
    },
  };
}
