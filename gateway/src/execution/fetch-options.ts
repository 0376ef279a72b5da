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

/** What is known of the plan as a whole. */
export interface NodeOptions extends PlanOptions {
  /** Whether what happens to an entity depends only on what is known of it and on its path: never on its place. */
  readonly mayShare: boolean;
}

export interface FetchOptions extends NodeOptions {
  /** Where the Flatten nodes around it lead. */
  readonly path: ResponsePath;
}
