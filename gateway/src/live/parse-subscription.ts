import { bytesOfText, limitOptions, type Limits } from '@onewindow/subgraph';
import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { createBoundedCache } from '../execution/bounded-cache.ts';
import type { TextWork } from '../planning/text-work.ts';
import { asTold } from '../planning/validate-text.ts';
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
export type ParseSubscription = (asked: AskedOperation) => Promise<DocumentNode>;

export function createSubscriptionParser(
  validate: TextWork['validate'],
  limits: Limits,
): ParseSubscription {
  const { parseOptions } = limitOptions(limits);
  const documents = createBoundedCache<DocumentNode | Refused>({
    ...{ entries: DOCUMENTS, bytes: BYTES },
    bytesOf: bytesOfText,
  });
  const read = async (query: string): Promise<DocumentNode | Refused> => {
    let document: DocumentNode;
    try {
      document = parse(query, parseOptions);
    } catch (error) {
      return new Refused([asTold(error, 'GRAPHQL_PARSE_FAILED')]);
    }
    const errors = await validate(query);
    return errors.length === 0 ? document : new Refused(errors);
  };
  return async ({ query, operationName }) => {
    const document = documents.find(query) ?? (await read(query));
    documents.put(query, document);
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
