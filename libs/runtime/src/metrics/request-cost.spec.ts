import { setTimeout as sleep } from 'node:timers/promises';
import { countMongoCommand, withRequestCost } from './request-cost.ts';

const commands = (count: number) => async () => {
  for (let index = 0; index < count; index++) {
    await sleep(1);
    countMongoCommand();
  }
};

describe('the cost of a request', () => {
  it('counts what arose behind promises and timers', async () => {
    const { cost } = await withRequestCost(commands(3));
    expect(cost).toEqual({ mongoCommands: 3 });
  });

  it('keeps requests that run together apart', async () => {
    const costs = await Promise.all([withRequestCost(commands(1)), withRequestCost(commands(5))]);
    expect(costs.map(({ cost }) => cost.mongoCommands)).toEqual([1, 5]);
  });

  it('counts nothing for what belongs to no request', async () => {
    await commands(2)();
    const { cost } = await withRequestCost(commands(0));
    expect(cost.mongoCommands).toBe(0);
  });
});
