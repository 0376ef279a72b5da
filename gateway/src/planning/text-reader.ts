import { limitOptions, maskError, wordedError, type Limits } from '@onewindow/subgraph';
import {
  GraphQLError,
  parse,
  specifiedRules,
  stripIgnoredCharacters,
  validate,
  type ASTVisitor,
  type GraphQLSchema,
  type ValidationContext,
} from 'graphql';
import { forbiddenAliases } from '../forbidden-aliases.ts';

/** What a text says, without comments and blanks; or what is wrong with it, as callers are told it. */
export type ReadText =
  | { readonly ok: true; readonly says: string }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

export type TextReader = (text: string) => ReadText;

/** More reasons help nobody, and each has to be told. */
const MOST_ERRORS = 50;

/** The rules that hold for every operation, by HTTP and for subscriptions alike. */
export function createTextReader(
  schema: () => GraphQLSchema,
  { limits, introspection }: { readonly limits: Limits; readonly introspection: boolean },
): TextReader {
  const { parseOptions, validationRules } = limitOptions(limits);
  const rules = [
    ...specifiedRules,
    ...validationRules,
    forbiddenAliases,
    ...(introspection ? [] : [noIntrospection]),
  ];
  const errorsOf = (text: string): readonly GraphQLError[] => {
    let code = 'GRAPHQL_PARSE_FAILED';
    try {
      const document = parse(text, parseOptions);
      code = 'GRAPHQL_VALIDATION_FAILED';
      const errors = validate(schema(), document, rules, { maxErrors: MOST_ERRORS });
      return errors.map((error) => asTold(error, code));
    } catch (error) {
      // The parser throws what it finds, and so do rules that count.
      return [asTold(error, code)];
    }
  };
  return (text) => {
    const errors = errorsOf(text);
    return errors.length > 0
      ? { ok: false, errors }
      : { ok: true, says: stripIgnoredCharacters(text) };
  };
}

/** With this code, unless it has one of its own, and masked. */
function asTold(error: unknown, code: string): GraphQLError {
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
