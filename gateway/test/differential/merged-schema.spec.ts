import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse, validate, type FormattedExecutionResult } from 'graphql';
import { ownExecutor } from '../executors.ts';
import { composeLocal, type LocalSubgraphs } from '../local-subgraphs.ts';
import { createSupergraphPlanner } from '../../src/execution/supergraph-planner.ts';
import { choicesFrom } from './choices.ts';
import { chooseFaults, type Fault } from './faults.ts';
import { serveGenerated } from './generated-answers.ts';
import { generateOperation } from './generated-operation.ts';
import { generateSubgraphs } from './generated-subgraphs.ts';
import { createMergedExecutor, faultOfField } from './merged-schema.ts';
import { nullPlaces } from './null-places.ts';

declare const DIFFERENTIAL_OPERATIONS: number;

const SUPERGRAPHS = 10;
/** Each is planned anew, which is what takes long. */
const OPERATIONS = DIFFERENTIAL_OPERATIONS / 10;
const each = Math.ceil(OPERATIONS / SUPERGRAPHS);
const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 8, maxLength: 120, size: 'max' });
const tally = { operations: 0, withConditions: 0, withErrors: 0, mutations: 0 };

it.each(Array.from({ length: SUPERGRAPHS }, (_, index) => index))(
  'answers as graphql-js over one schema with all of it, supergraph %i',
  async (seed) => {
    const { schema, own, merged, setFaults } = await createBoth(seed);
    await fc.assert(
      fc.asyncProperty(choices, async (list) => {
        const choose = choicesFrom(list);
        const faults = chooseFaults(choose).filter(
          ({ kind }) => kind === 'ERROR' || kind === 'NULL',
        );
        const asked = generateOperation(schema, choose, 4);
        fc.pre(validate(schema, parse(asked.query)).length === 0);
        setFaults(faults);
        const answers = { own: await own(asked), merged: await merged(asked) };
        tally.operations += 1;
        if (/@(skip|include)/.test(asked.query)) tally.withConditions += 1;
        if (asked.query.startsWith('mutation')) tally.mutations += 1;
        if (answers.merged.errors) tally.withErrors += 1;
        const [mine, theirs] = [summary(answers.own), summary(answers.merged)];
        if (isDeepStrictEqual(mine, theirs)) return;
        const told = JSON.stringify([asked.variables, faults, answers], null, 1);
        throw new Error(`${asked.query}\n${told}`);
      }),
      { numRuns: each, seed, maxSkipsPerRun: 100 },
    );
  },
  120_000,
);

it('was tried with conditions, mutations and errors', () => {
  expect(Math.min(...Object.values(tally))).toBeGreaterThan(OPERATIONS / 50);
});

/** Data must be the same; of errors, which nulls they explain. */
const summary = ({ data, errors }: FormattedExecutionResult) => ({
  data,
  explained: nullPlaces(data, errors),
});

async function createBoth(seed: number) {
  let faults: readonly Fault[] = [];
  const subgraphs = generateSubgraphs(seed);
  const parts = Object.entries(subgraphs).map(([name, sdl]) => [name, { sdl, resolvers: {} }]);
  const sdl = composeLocal(Object.fromEntries(parts) as LocalSubgraphs);
  const { schema } = createSupergraphPlanner(sdl);
  return {
    schema,
    own: await ownExecutor(
      sdl,
      serveGenerated(subgraphs, () => faults, faultOfField),
    ),
    merged: createMergedExecutor(schema, subgraphs, () => faults),
    setFaults: (next: readonly Fault[]) => {
      faults = next;
    },
  };
}
