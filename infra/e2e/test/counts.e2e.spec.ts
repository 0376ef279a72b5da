import { data } from '../src/ask.ts';
import { SERVICES, startCentre, type Centre } from '../src/centre.ts';
import { persist, STORY_FIELDS, stepsOf, submission } from '../src/one-case.ts';
import { bringItemIntoService, openCentre, type OpenItem } from '../src/opening.ts';
import { tokenOf } from '../src/people.ts';

const QUERY = `query Cases($first: Int!) { cases(first: $first) { edges { node { ${STORY_FIELDS} } } } }`;

/** Cases that are made side by side. */
const AT_ONCE = 5;

/** The sum of a metric's values, labels aside. */
function sumOf(metrics: string, name: string): number {
  return metrics
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

describe('what the story’s query costs', () => {
  let centre: Centre;
  let item: OpenItem;

  beforeAll(async () => {
    centre = await startCentre();
    await openCentre(centre);
    item = await bringItemIntoService(centre);
  });
  afterAll(() => centre.stop());

  const cost = async () => {
    const metrics = await Promise.all(SERVICES.map((service) => centre.metricsOf(service)));
    const text = metrics.join('\n');
    return {
      fetches: sumOf(text, 'onewindow_subgraph_operation_seconds_count'),
      mongoCommands: sumOf(text, 'onewindow_request_mongo_commands_total'),
    };
  };
  async function makeOne() {
    const { id } = await persist(centre, submission(item, 'citizen'));
    const [accept] = stepsOf(id);
    if (accept) await persist(centre, accept);
  }
  let made = 0;
  async function costOf(rows: number) {
    while (made < rows) {
      const many = Math.min(AT_ONCE, rows - made);
      await Promise.all(Array.from({ length: many }, makeOne));
      made += many;
    }
    const token = await tokenOf(centre, 'chief');
    const before = await cost();
    const { cases } = await data<{ readonly cases: { readonly edges: readonly unknown[] } }>(
      centre,
      {
        query: QUERY,
        variables: { first: rows },
        token,
      },
    );
    const after = await cost();
    expect(cases.edges).toHaveLength(rows);
    return {
      fetches: after.fetches - before.fetches,
      mongoCommands: after.mongoCommands - before.mongoCommands,
    };
  }

  it('is the same number of fetches and Mongo commands for 1, 10 and 100 cases', async () => {
    const one = await costOf(1);
    const ten = await costOf(10);
    const hundred = await costOf(100);
    process.stdout.write(`cost of the story's query: ${JSON.stringify({ one, ten, hundred })}\n`);
    expect(one.fetches).toBeGreaterThan(0);
    expect(one.mongoCommands).toBeGreaterThan(0);
    expect(ten).toEqual(one);
    expect(hundred).toEqual(one);
  });
});
