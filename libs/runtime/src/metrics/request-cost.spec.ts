import { setTimeout as sleep } from 'node:timers/promises';
import {
  besideRequest,
  carryOutWhole,
  countMongoCommand,
  RequestTimeOver,
  timeForReading,
  withRequestCost,
} from './request-cost.ts';

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

  it('counts nothing for what it has set off beside it', async () => {
    const { cost } = await withRequestCost(async () => {
      await besideRequest(commands(2));
      await commands(1)();
    });
    expect(cost.mongoCommands).toBe(1);
  });

  it('counts nothing for what belongs to no request', async () => {
    await commands(2)();
    const { cost } = await withRequestCost(commands(0));
    expect(cost.mongoCommands).toBe(0);
  });
});

describe('the time for reading', () => {
  const timeAt = async (now: number, longest?: number) => {
    const { result } = await withRequestCost(
      () => Promise.resolve(timeForReading(longest, () => now)),
      new Date(1_000),
    );
    return result;
  };

  it('is what is left, at most the longest, and never less than a millisecond', async () => {
    expect([await timeAt(0), await timeAt(700), await timeAt(700, 200)]).toEqual([1_000, 300, 200]);
    expect(await timeAt(999.9)).toBe(1);
  });

  it('is over at the deadline', async () => {
    await expect(timeAt(1_000)).rejects.toThrow(RequestTimeOver);
  });

  it('has no bound of its own outside of a request, without a deadline, and in a change', async () => {
    expect([timeForReading(), timeForReading(8)]).toEqual([undefined, 8]);
    const { result } = await withRequestCost(() => Promise.resolve(timeForReading()));
    expect(result).toBeUndefined();
    const changed = await withRequestCost(() => {
      carryOutWhole();
      return Promise.resolve(timeForReading());
    }, new Date(0));
    expect(changed.result).toBeUndefined();
  });
});
