import type { Handler } from '@onewindow/runtime';
import type { SubgraphClient } from '../subrequests/subgraph-client.ts';
import { answerText } from './answer.ts';

/** `/health/subgraphs`, for operators: by name, whether each of them is `up` or `down` as the gateway sees it. */
export function createSubgraphsRoute(clients: ReadonlyMap<string, SubgraphClient>): Handler {
  return ({ response }) => {
    const states = [...clients].map(([name, client]) => [name, client.isUp() ? 'up' : 'down']);
    answerText(response, 200, JSON.stringify(Object.fromEntries(states)));
  };
}
