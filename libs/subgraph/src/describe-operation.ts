import { describeSpan, isTracing } from '@onewindow/runtime';
import type { OperationDefinitionNode } from 'graphql';

/** A caller chooses the name of an operation; more than this tells nobody anything. */
const LONGEST_NAME = 64;

/**
 * Tells the trace which operation a request is: its kind and its name, never its text, which may hold
 * what an applicant wrote.
 */
export function describeOperation(operation: OperationDefinitionNode | null | undefined): void {
  if (!isTracing() || !operation) return;
  describeSpan({
    'graphql.operation.type': operation.operation,
    ...(operation.name && {
      'graphql.operation.name': operation.name.value.slice(0, LONGEST_NAME),
    }),
  });
}
