import type { ResponsePath } from '@apollo/query-planner';
import type { ArgumentVariants } from './argument-variants.ts';
import type { TypeConditionApplies } from './type-conditions.ts';

export interface PlanOptions extends ArgumentVariants {
  readonly applies: TypeConditionApplies;
  /** Whether it is the name of an object type, in the supergraph. */
  readonly isObjectType: (typename: unknown) => boolean;
  /** What callers know keys of the plan by. */
  readonly responseNames: ReadonlyMap<string, string>;
}

export interface FetchOptions extends PlanOptions {
  /** Where the Flatten nodes around it lead. */
  readonly path: ResponsePath;
}
