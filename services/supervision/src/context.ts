import type { ServiceRequest } from '@onewindow/service';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';
import type { Parts } from './parts.ts';

/** One request: who asks, with loaders of its own. */
export interface RequestContext extends ServiceRequest, Pick<Parts, 'commands' | 'vault'> {
  readonly loaders: Loaders;
}

export function requestContext(parts: Parts, request: ServiceRequest): RequestContext {
  const { commands, vault } = parts;
  const loaders = createLoaders(parts, request.caller, request.traceId);
  return { ...request, commands, vault, loaders };
}
