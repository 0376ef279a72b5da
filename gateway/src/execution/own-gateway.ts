import type {
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { createExecutor, type Executor, type ExecutorOptions } from './executor.ts';
import type { SendSubrequest } from './plan-run.ts';
import { createSupergraphPlanner } from './supergraph-planner.ts';

/** The gateway that Apollo Server asks for, with our executor behind it. */
export interface OwnGateway extends GatewayInterface, Pick<Executor, 'find' | 'take'> {}

export function createOwnGateway(
  supergraphSdl: string,
  send: SendSubrequest,
  options: ExecutorOptions & { readonly createPlanner?: typeof createSupergraphPlanner } = {},
): OwnGateway {
  const { createPlanner = createSupergraphPlanner } = options;
  let executor: Executor | undefined;
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => {
      const planner = createPlanner(supergraphSdl);
      for (const listener of listeners) {
        listener({ apiSchema: planner.schema, coreSupergraphSdl: supergraphSdl });
      }
      executor = createExecutor(planner, send, options);
      return Promise.resolve({ executor: executor.execute });
    },
    stop: () => Promise.resolve(),
    find: (asked) => executor?.find(asked),
    take: (asked, says) => executor?.take(asked, says),
  };
}
