import { parentPort, workerData } from 'node:worker_threads';
import { sendError } from '@onewindow/subgraph';
import { GraphQLError } from 'graphql';
import { createSupergraphPlanner } from '../execution/supergraph-planner.ts';
import { planText } from './text-work.ts';
import type { AskedWork, DoneWork, ThreadData } from './thread-messages.ts';
import { createTextReader } from './text-reader.ts';

// Runs in a thread of its own, see `thread-work.ts`: does one thing after the other, as it is asked.

const { supergraphSdl, ...bounds } = workerData as ThreadData;
const planner = createSupergraphPlanner(supergraphSdl);
const read = createTextReader(() => planner.schema, bounds);

function work({ text, ...asked }: AskedWork): DoneWork {
  try {
    if (asked.kind === 'READ') {
      const found = read(text);
      return found.ok ? { says: found.says } : { errors: found.errors.map(sendError) };
    }
    return { plan: JSON.stringify(planText(planner, text, asked.operationName)) };
  } catch (error) {
    const known = error instanceof GraphQLError;
    return known ? { refused: sendError(error) } : { failed: String(error) };
  }
}

// Whoever comes first need not wait until there is a planner.
planText(planner, '{ __typename }', undefined);
parentPort?.on('message', (asked: AskedWork) => {
  parentPort?.postMessage(work(asked));
});
parentPort?.postMessage('READY');
