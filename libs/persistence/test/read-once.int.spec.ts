import { withRequestCost } from '@onewindow/runtime';
import { newId } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, permitJournal, REGION, submission } from './permit-journal.ts';

describe('one request', () => {
  const test = useDatabase();

  it('makes an equal list and an equal count once, however many of its fields ask', async () => {
    const { journal } = await permitJournal(test());
    await journal.create({ id: newId(), command: submission(), meta: byClerk });
    const query = { query: 'ofRegion', equality: { region: REGION } };
    const { result, cost } = await withRequestCost(() =>
      Promise.all(
        Array.from({ length: 15 }, async () => [
          (await journal.list({ ...query, first: 1 }, NOON)).edges.length,
          await journal.count({ ...query, atMost: 100 }),
        ]),
      ),
    );
    expect(result).toEqual(Array.from({ length: 15 }, () => [1, 1]));
    expect(cost.mongoCommands).toBe(2);
    const other = await withRequestCost(() => journal.list({ ...query, first: 2 }, NOON));
    expect(other.cost.mongoCommands).toBe(1);
  });

  it('reads anew what it may have changed', async () => {
    const { journal } = await permitJournal(test());
    const query = { query: 'ofRegion', equality: { region: REGION } };
    const { result } = await withRequestCost(async () => {
      const before = await journal.count({ ...query, atMost: 100 });
      await journal.create({ id: newId(), command: submission(), meta: byClerk });
      return [before, await journal.count({ ...query, atMost: 100 })];
    });
    expect(result).toEqual([0, 1]);
  });
});
