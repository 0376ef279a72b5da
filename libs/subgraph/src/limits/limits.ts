import { Kind, type ParseOptions, type ValidationRule } from 'graphql';
import { limitError, type LimitCode } from './limit-errors.ts';
import { measureOperation } from './measure-operation.ts';

/** How large an operation may be, measured with fragments expanded. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  /** See `OperationCost`. */
  readonly cost: number;
}

export const defaultLimits: Limits = {
  depth: 15,
  aliases: 15,
  directives: 20,
  tokens: 3_000,
  cost: 25_000,
};

/** The options of an Apollo server that keep the limits that need no variables. Tokens are counted by graphql's own parser. */
export function limitOptions(limits: Limits): {
  readonly validationRules: ValidationRule[];
  readonly parseOptions: ParseOptions;
} {
  return {
    validationRules: [keepLimits(limits)],
    parseOptions: { maxLexicalTokens: limits.tokens },
  };
}

function keepLimits(limits: Limits): ValidationRule {
  return (context) => ({
    Document: (document) => {
      for (const node of document.definitions) {
        if (node.kind !== Kind.OPERATION_DEFINITION) continue;
        const { depth, aliases, directives } = measureOperation(document, node);
        const demand = (code: LimitCode, found: number, limit: number): void => {
          if (found > limit) context.reportError(limitError(code, { found, limit }));
        };
        demand('DEPTH_LIMIT', depth, limits.depth);
        demand('ALIAS_LIMIT', aliases, limits.aliases);
        demand('DIRECTIVE_LIMIT', directives, limits.directives);
      }
    },
  });
}
