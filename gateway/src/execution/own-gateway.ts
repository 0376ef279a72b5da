import type {
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { createExecutor } from './executor.ts';
import type { SendSubrequest } from './plan-run.ts';
import { createSupergraphPlanner } from './supergraph-planner.ts';

/** The gateway that Apollo Server asks for, with our executor behind it. */
export function createOwnGateway(
  supergraphSdl: string,
  send: SendSubrequest,
  createPlanner = createSupergraphPlanner,
): GatewayInterface {
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
      return Promise.resolve({ executor: createExecutor(planner, send) });
    },
    stop: () => Promise.resolve(),
  };
}
