import {
  limitError,
  variableErrors,
  type CostModel,
  type ArgumentBounds,
  type OperationCost,
  type VariableCoercion,
} from '@onewindow/subgraph';
import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What is known of a request before anything is done for it. */
export type ReadRequest =
  | { readonly ok: true; readonly values: Variables; readonly cost: number }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

/** Reads the variables of one operation's requests, and counts what it costs with them. */
export interface OperationReader {
  read(variables: Variables): ReadRequest;
  readonly cost: OperationCost;
}

export function createOperationReader(
  {
    variables,
    bounds,
    costs,
  }: {
    readonly variables: VariableCoercion;
    readonly bounds: ArgumentBounds;
    readonly costs: CostModel;
  },
  asked: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  limit: number,
): OperationReader {
  const coerce = variables.compile(asked.document, asked.operation);
  const hold = bounds.compile(asked.document);
  const cost = costs.compile(asked.document, asked.operation);
  return {
    cost,
    read: (given) => {
      const read = coerce(given);
      if (!read.ok) return { ok: false, errors: variableErrors(read.faults) };
      const { values } = read;
      const tooLong = hold?.(values) ?? [];
      if (tooLong.length > 0) return { ok: false, errors: tooLong };
      const found = cost.estimated(values);
      if (found <= limit) return { ok: true, values, cost: found };
      const mostExpensive = cost.mostExpensive(values);
      return { ok: false, errors: [limitError('COST_LIMIT', { limit, found, mostExpensive })] };
    },
  };
}
