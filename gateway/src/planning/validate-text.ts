import { limitOptions, maskError, wordedError, type Limits } from '@onewindow/subgraph';
import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ASTVisitor,
  type GraphQLSchema,
  type ValidationContext,
} from 'graphql';
import { forbiddenAliases } from '../forbidden-aliases.ts';

/** What is wrong with a text, as callers are told it; nothing when it is a valid document. */
export type ValidateText = (text: string) => readonly GraphQLError[];

/** The rules that hold for every operation, by HTTP and for subscriptions alike. */
export function createTextValidation(
  schema: () => GraphQLSchema,
  { limits, introspection }: { readonly limits: Limits; readonly introspection: boolean },
): ValidateText {
  const { parseOptions, validationRules } = limitOptions(limits);
  const rules = [
    ...specifiedRules,
    ...validationRules,
    forbiddenAliases,
    ...(introspection ? [] : [noIntrospection]),
  ];
  return (text) => {
    const document = parse(text, parseOptions);
    try {
      const errors = validate(schema(), document, rules);
      return errors.map((error) => asTold(error, 'GRAPHQL_VALIDATION_FAILED'));
    } catch (error) {
      // Rules that count throw what they find.
      return [asTold(error, 'GRAPHQL_VALIDATION_FAILED')];
    }
  };
}

/** With this code, unless it has one of its own, and masked. */
export function asTold(error: unknown, code: string): GraphQLError {
  if (!(error instanceof GraphQLError)) throw error;
  const { message, nodes = null, source = null, positions = null } = error;
  const made = { message, extensions: { code, ...error.extensions } };
  const { message: told, extensions } = maskError(made, error);
  return new GraphQLError(told, { nodes, source, positions, extensions: extensions ?? {} });
}

/** Where the schema is not shown. */
function noIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field: (node) => {
      if (!['__schema', '__type'].includes(node.name.value)) return;
      const words = { en: 'The schema is not shown here.', zh: '此处不提供内省查询。' };
      context.reportError(wordedError('GRAPHQL_VALIDATION_FAILED', words, { nodes: node }));
    },
  };
}
