import { newId } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, permitJournal, REGION, submission } from './permit-journal.ts';

const test = useDatabase();

/** What a count was asked with: the filter of its first stage, and the stages behind it. */
async function askedBy(work: () => Promise<unknown>) {
  const pipelines: (readonly Readonly<Record<string, unknown>>[])[] = [];
  const note = ({ command }: { readonly command: Readonly<Record<string, unknown>> }) => {
    if (Array.isArray(command['pipeline'])) pipelines.push(command['pipeline'] as never);
  };
  const client = test().database.connection.getClient();
  client.on('commandStarted', note);
  await work();
  client.off('commandStarted', note);
  return pipelines;
}

async function threePermits() {
  const { type } = await permitJournal(test());
  const queries = {
    ...type.queries,
    narrowed: {
      equality: ['region', 'state.status'],
      anyOf: { 'state.status': 2 },
      sort: { _id: 1 as const },
    },
  };
  const { journal } = await permitJournal(test(), { change: { queries } });
  for (let made = 0; made < 3; made++) {
    await journal.create({ id: newId(), command: submission(), meta: byClerk });
  }
  return journal;
}

describe('a count', () => {
  it('ends at the bound, and is exact below it', async () => {
    const journal = await threePermits();
    const all = { query: 'ofRegion', equality: { region: REGION } };
    expect(await journal.count({ ...all, atMost: 3 })).toBe(3);
    expect(await journal.count({ ...all, atMost: 2 })).toBe(2);
    expect(await journal.count({ ...all, atMost: 10 })).toBe(3);
    const [pipeline] = await askedBy(() => journal.count({ ...all, atMost: 2 }));
    expect(pipeline).toContainEqual({ $limit: 2 });
  });

  it('leaves out of the query what leaves nothing out, alone and for each parent', async () => {
    const journal = await threePermits();
    const of = (statuses: string | readonly string[]) => ({
      query: 'narrowed',
      equality: { region: REGION, 'state.status': statuses },
      atMost: 100,
    });
    const every = of(['OPEN', 'CLOSED']);
    const [whole] = await askedBy(() => journal.count(every));
    expect(whole?.[0]).toEqual({ $match: { region: REGION } });
    const [some] = await askedBy(() => journal.count(of('OPEN')));
    expect(some?.[0]).toEqual({ $match: { region: REGION, 'state.status': 'OPEN' } });
    const each = { field: 'region', values: [REGION, 'x'] };
    const equality = { 'state.status': ['OPEN', 'CLOSED'] };
    const [parents] = await askedBy(() =>
      journal.countEach({ query: 'narrowed', equality, each, atMost: 100 }),
    );
    expect(parents?.[0]).toEqual({ $match: { region: { $in: [REGION, 'x'] } } });
    expect(await journal.count(every)).toBe(3);
    expect((await journal.list({ ...every, first: 5 }, NOON)).edges).toHaveLength(3);
  });
});
