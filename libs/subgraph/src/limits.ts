import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ParseOptions, ValidationRule } from 'graphql';

/** How large an operation may be, measured with fragments expanded. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  /** graphql-armor's measure: 2 an object, 1 a scalar, 1.5 times a level, times `first`. */
  readonly cost: number;
}

export const defaultLimits: Limits = {
  depth: 15,
  aliases: 15,
  directives: 5,
  tokens: 3_000,
  cost: 100_000,
};

/** The options of an Apollo server that keep the limits. Tokens are counted by graphql's own parser. */
export function limitOptions(limits: Limits): {
  readonly validationRules: ValidationRule[];
  readonly parseOptions: ParseOptions;
} {
  // allowList: armor's own lets any number of `a: __typename` through.
  const { validationRules } = new ApolloArmor({
    maxDepth: { n: limits.depth, flattenFragments: true },
    maxAliases: { n: limits.aliases, allowList: [] },
    maxDirectives: { n: limits.directives },
    costLimit: { maxCost: limits.cost, flattenFragments: true },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return { validationRules, parseOptions: { maxLexicalTokens: limits.tokens } };
}
