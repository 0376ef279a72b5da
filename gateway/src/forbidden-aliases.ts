import { wordedError } from '@onewindow/subgraph';
import { type ASTVisitor, type ValidationContext } from 'graphql';

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Answers are merged by their keys, which a caller chooses by aliases: none may be the name of something an object has already. */
export function forbiddenAliases(context: ValidationContext): ASTVisitor {
  return {
    Field: ({ alias }) => {
      if (alias && FORBIDDEN.has(alias.value)) {
        const { value } = alias;
        const words = { en: `The alias ${value} can’t be used.`, zh: `不能使用别名 ${value}。` };
        context.reportError(wordedError('GRAPHQL_VALIDATION_FAILED', words, { nodes: alias }));
      }
    },
  };
}
