import { parse, validate } from 'graphql';
import { createSupergraphPlanner } from '../../src/execution/supergraph-planner.ts';
import { ownExecutor } from '../executors.ts';
import { composeLocal, serveLocal, type AnswerSubrequest } from '../local-subgraphs.ts';
import { KEYS } from './of-keys.ts';
import { REQUIREMENTS } from './of-requirements.ts';
import { TYPES } from './of-types.ts';

// The kinds are those of the public suite of gateways (graphql-hive/federation-gateway-audit) that the generated
// supergraphs of `differential` have not; subgraphs, data and answers are ours.
describe.each([...KEYS, ...REQUIREMENTS, ...TYPES])('$kind', ({ subgraphs, asked }) => {
  const sdl = composeLocal(subgraphs);

  it.each(asked)('$query', async ({ query, data, errorsAt = [], services }) => {
    expect(validate(createSupergraphPlanner(sdl).schema, parse(query))).toEqual([]);
    const seen: string[] = [];
    const answer: AnswerSubrequest = (subrequest) => {
      seen.push(subrequest.service);
      return serveLocal(subgraphs)(subrequest);
    };
    const execute = await ownExecutor(sdl, answer);
    const told = await execute({ query });
    expect(told.data).toEqual(data);
    expect((told.errors ?? []).map(({ path }) => path)).toEqual(errorsAt);
    if (services) expect(seen).toEqual(services);
  });
});
