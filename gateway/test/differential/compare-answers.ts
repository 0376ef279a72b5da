import { isDeepStrictEqual } from 'node:util';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

/** What of an answer must be the same, in an order that does not depend on who came first. */
export interface Comparable {
  readonly data: unknown;
  readonly errors: readonly string[];
  /** An interface's object of which nobody tells the type: the stock executor says nothing about it. */
  readonly isTypeUnknown: boolean;
}

export function comparable({ data, errors = [] }: FormattedExecutionResult): Comparable {
  return {
    data,
    errors: [...new Set(errors.filter(isOfBoth).map(describeError))].sort(),
    isTypeUnknown: errors.some(({ message }) => message.startsWith('No subgraph tells which')),
  };
}

/** Of a null that no subgraph explains the stock executor says nothing, or in `extensions.valueCompletion`. */
function isOfBoth({ message, extensions }: GraphQLFormattedError): boolean {
  const isOurs = extensions?.['code'] === 'SUBREQUEST_INVALID' && !extensions['serviceName'];
  return !isOurs || message.endsWith('was expected.');
}

function describeError(error: GraphQLFormattedError): string {
  const { message, path, extensions } = error;
  return JSON.stringify([
    message,
    extensions?.['code'],
    extensions?.['serviceName'],
    placeOf(path),
  ]);
}

/** An error that tells no entity is told of the way to its list; the stock executor goes on in plan words. */
function placeOf(path: GraphQLFormattedError['path']): unknown {
  const end = path?.findIndex((key) => key === '@' || key === '_entities') ?? -1;
  return end < 0 ? path : path?.slice(0, end);
}

export function areSame(own: Comparable, stock: Comparable): boolean {
  // What the type decides is null to us, and left out there.
  return own.isTypeUnknown || isDeepStrictEqual(own, stock) || areSameElsewhere(own, stock);
}

/**
 * The stock executor takes the place of an entity in its request for that in the answer, though entities
 * that lack something are in the answer alone: its errors then tell of a neighbour.
 */
function areSameElsewhere(own: Comparable, stock: Comparable): boolean {
  return isDeepStrictEqual(withoutIndices(own), withoutIndices(stock));
}

function withoutIndices(answer: Comparable): Comparable {
  const errors = answer.errors.map((error) => error.replaceAll(/,\d+(?=[,\]])/g, ',#'));
  return { ...answer, errors: [...new Set(errors)].sort() };
}

/** Thrown away as a whole: the stock executor does not expect an answer of another shape. */
export function isGivenUp(stock: Comparable | string): boolean {
  if (typeof stock === 'string') return stock.includes('flatMap');
  return (
    stock.data === undefined && /Invalid non-(list|object|string) value/.test(stock.errors.join())
  );
}
