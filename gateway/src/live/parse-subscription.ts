import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { liveError } from './live-error.ts';
import { Refused } from './refused.ts';

/** The document of a valid text. Throws `Refused` where it asks for no subscription that there can be. */
export function parseSubscription(text: string, operationName: string | undefined): DocumentNode {
  const document = parse(text, { noLocation: true });
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw new Refused([liveError('NO_SUBSCRIPTION')]);
  }
  if (mayBeLeftOut(operation.selectionSet, document)) throw new Refused([liveError('CONDITIONAL')]);
  return document;
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
