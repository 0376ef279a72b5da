import { maskError as maskFault, ownWords } from '@onewindow/subgraph';
import type { GraphQLFormattedError } from 'graphql';

const SUBREQUEST_CODES: ReadonlySet<unknown> = new Set([
  'SUBREQUEST_FAILED',
  'SUBREQUEST_INVALID',
  'SUBREQUEST_TIMEOUT',
]);

/** As in a subgraph, and a subgraph's failure names the service, so that a client knows what it lacks. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code, service, serviceName } = formatted.extensions ?? {};
  const failed = service ?? serviceName;
  const masked = SUBREQUEST_CODES.has(code)
    ? { ...formatted, extensions: { code, ...ownWords(formatted.extensions) } }
    : maskFault(formatted, error);
  return typeof failed === 'string'
    ? { ...masked, extensions: { ...masked.extensions, service: failed } }
    : masked;
}
