import { bytesOfText, limitOptions, maskError, type Limits } from '@onewindow/subgraph';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { createBoundedCache } from '../execution/bounded-cache.ts';
import { forbiddenAliases } from '../forbidden-aliases.ts';
import { liveError } from './live-error.ts';
import { Refused } from './refused.ts';

/** How many documents, and refusals, are kept parsed and validated, and how many bytes of them. */
const DOCUMENTS = 500;
const BYTES = 16 * 1_024 * 1_024;

export interface AskedOperation {
  readonly query: string;
  readonly operationName: string | undefined;
}

/** Reads a subscription by the rules that hold over HTTP too. Throws the reasons why it can't be. */
export type ParseSubscription = (asked: AskedOperation) => DocumentNode;

export function createSubscriptionParser(
  schema: () => GraphQLSchema,
  limits: Limits,
): ParseSubscription {
  const { parseOptions, validationRules } = limitOptions(limits);
  const rules = [...specifiedRules, ...validationRules, forbiddenAliases];
  const documents = createBoundedCache<DocumentNode | Refused>({
    ...{ entries: DOCUMENTS, bytes: BYTES },
    bytesOf: bytesOfText,
  });
  const read = (query: string): DocumentNode | Refused => {
    let document: DocumentNode;
    try {
      document = parse(query, parseOptions);
    } catch (error) {
      return new Refused([withCode(error, 'GRAPHQL_PARSE_FAILED')]);
    }
    try {
      const errors = validate(schema(), document, rules);
      if (errors.length === 0) return document;
      return new Refused(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
    } catch (error) {
      // Rules that count throw what they find.
      return new Refused([withCode(error, 'GRAPHQL_VALIDATION_FAILED')]);
    }
  };
  return ({ query, operationName }) => {
    const document = documents.get(query, () => read(query));
    if (document instanceof Refused) throw document;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      throw new Refused([liveError('NO_SUBSCRIPTION')]);
    }
    if (mayBeLeftOut(operation.selectionSet, document))
      throw new Refused([liveError('CONDITIONAL')]);
    return document;
  };
}

/** Whether a directive stands on one of these fields or on a fragment that they are in. */
function mayBeLeftOut({ selections }: SelectionSetNode, document: DocumentNode): boolean {
  return selections.some((node) => {
    if (node.directives?.length) return true;
    if (node.kind === Kind.FIELD) return false;
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : fragmentNamed(node.name.value, document);
    return fragment !== undefined && mayBeLeftOut(fragment.selectionSet, document);
  });
}

function fragmentNamed(
  name: string,
  { definitions }: DocumentNode,
): FragmentDefinitionNode | undefined {
  return definitions.find(
    (node): node is FragmentDefinitionNode =>
      node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
  );
}

/** With the code that it has over HTTP. */
function withCode(error: unknown, code: string): GraphQLError {
  if (!(error instanceof GraphQLError)) throw error;
  const { message, nodes = null, source = null, positions = null } = error;
  const made = { message, extensions: { code, ...error.extensions } };
  const { message: told, extensions } = maskError(made, error);
  return new GraphQLError(told, { nodes, source, positions, extensions: extensions ?? {} });
}
