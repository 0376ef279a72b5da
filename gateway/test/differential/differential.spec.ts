import fc from 'fast-check';
import { choicesFrom } from './choices.ts';
import { areSame, comparable, isGivenUp, type Comparable } from './compare-answers.ts';
import { chooseFaults } from './faults.ts';
import { generateOperation } from './generated-operation.ts';
import { unexplainedNulls } from './null-places.ts';
import { createTwoExecutors, type TwoExecutors } from './two-executors.ts';

declare const DIFFERENTIAL_OPERATIONS: number;

const SUPERGRAPHS = 25;
const each = Math.ceil(DIFFERENTIAL_OPERATIONS / SUPERGRAPHS);
/** Long enough for the largest operation; where a failing one gets shorter, so does its operation. */
const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 4, maxLength: 160, size: 'max' });

const tally = { operations: 0, withFaults: 0, givenUp: 0 };

/** What both say of one operation, in words: the same words, if they do the same. */
async function ask(two: TwoExecutors, list: readonly number[]) {
  const choose = choicesFrom(list);
  const faults = chooseFaults(choose);
  const asked = generateOperation(two.schema, choose);
  if (!two.isValid(asked)) return undefined;
  two.setFaults(faults);
  const answer = await two.own(asked);
  const own = comparable(answer);
  const stock = await two.stock(asked).then(comparable, String);
  tally.operations += 1;
  if (faults.length > 0) tally.withFaults += 1;
  if (isGivenUp(stock)) tally.givenUp += 1;
  // Where a subgraph says null itself there is nothing to explain, and a wrong key asks for another row altogether.
  const isComparable = faults.every(({ kind }) => kind === 'ERROR' || kind === 'DOWN');
  const unexplained = !isComparable ? [] : unexplainedNulls(answer, (await two.truth(asked)).data);
  return { asked, faults, own, stock, unexplained };
}

function agree({ own, stock }: { readonly own: Comparable; readonly stock: Comparable | string }) {
  // Where the stock executor breaks off at a malformed answer, ours tells an error in its place.
  return isGivenUp(stock) ? own.errors.length > 0 : areSame(own, stock as Comparable);
}

it.each(Array.from({ length: SUPERGRAPHS }, (_, index) => index))(
  'answers as the stock executor does over the supergraph %i',
  async (seed) => {
    const two = await createTwoExecutors(seed);
    await fc.assert(
      fc.asyncProperty(choices, async (list) => {
        const both = await ask(two, list);
        if (both === undefined) fc.pre(false);
        else if (!agree(both) || both.unexplained.length > 0) throw new Error(describe(both));
      }),
      { numRuns: each, seed, maxSkipsPerRun: 100 },
    );
  },
  600_000,
);

afterAll(() => {
  process.stdout.write(`differential: ${JSON.stringify(tally)}\n`);
});

function describe({
  asked,
  faults,
  own,
  stock,
  unexplained,
}: NonNullable<Awaited<ReturnType<typeof ask>>>) {
  const variables = JSON.stringify(asked.variables);
  return [
    `${asked.query}\n${variables} ${JSON.stringify(faults)}`,
    `own   ${JSON.stringify(own)}`,
    `stock ${JSON.stringify(stock)}`,
    `null without an error: ${unexplained.join(' ')}`,
  ].join('\n');
}
