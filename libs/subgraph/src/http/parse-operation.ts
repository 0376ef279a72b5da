import type { GraphQLRequest } from '@apollo/server';

/** The GraphQL request in a body, or `undefined` for what is none. Batches are none. */
export function parseOperation(body: Buffer): GraphQLRequest | undefined {
  const json = parseJson(body.toString('utf8'));
  if (!isRecord(json)) return undefined;
  const { query, variables, operationName } = json;
  if (typeof query !== 'string') return undefined;
  if (variables != null && !isRecord(variables)) return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  return {
    query,
    ...(variables && { variables }),
    ...(operationName != null && { operationName }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not a fault: the caller is told with BAD_REQUEST.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
