import type { GraphQLError } from 'graphql';

/** Why an operation is refused, all reasons at once. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('\n'));
    this.errors = errors;
  }
}
