import type { Kinds, ServiceRequest } from '@onewindow/service';

/** What resolvers and commands work with, made anew for each request. */
export interface RequestContext extends ServiceRequest {
  readonly kinds: Kinds;
}
