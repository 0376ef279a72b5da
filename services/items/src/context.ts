import type { Kinds, NotKnown, ServiceRequest } from '@onewindow/service';
import type { ItemHistories } from './item/item-revisions.ts';
import type { CentreReplica } from './organisation/centre-replica.ts';
import type { DepartmentReplica } from './organisation/department-replica.ts';

/** What lives as long as the process and every request needs. */
export interface Parts {
  readonly departments: DepartmentReplica;
  readonly centres: CentreReplica;
  /** What is answered about an id that nothing is known by. */
  readonly notKnown: (id: string) => NotKnown;
}

/** What resolvers work with, made anew for each request. */
export interface RequestContext extends ServiceRequest, Parts {
  readonly kinds: Kinds;
  readonly histories: ItemHistories;
}
