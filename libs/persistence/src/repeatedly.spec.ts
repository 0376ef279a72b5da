import { setTimeout as sleep } from 'node:timers/promises';
import { repeatedly } from './repeatedly.ts';

describe('a repeated round', () => {
  it('runs again and again, never two at once, until it is stopped', async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const round = async () => {
      most = Math.max(most, ++running);
      await sleep(5);
      running--;
      rounds++;
    };
    const repeated = repeatedly({ what: 'test', everyMs: 1, round });
    repeated.start();
    repeated.start();
    while (rounds < 3) await sleep(5);
    await repeated.stop();
    const after = rounds;
    await sleep(30);
    expect({ most, running, rounds }).toEqual({ most: 1, running: 0, rounds: after });
  });

  it('goes on after one that failed, and says so', async () => {
    const told: string[] = [];
    let rounds = 0;
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (_: object, text: string) => told.push(text),
    };
    const round = () => (++rounds === 1 ? Promise.reject(new Error('away')) : Promise.resolve());
    const repeated = repeatedly({ what: 'sweep', everyMs: 1, round, log });
    repeated.start();
    while (rounds < 2) await sleep(2);
    await repeated.stop();
    expect(told).toEqual(['sweep failed']);
  });
});
