import { supervise, type Running, type Supervision } from './supervise.ts';

/** A program that can be made to die, with what was told of it. */
function aProgram(more: Partial<Supervision> = {}) {
  const said: string[] = [];
  const watched = new Set<number>();
  const starts: Parameters<Supervision['start']>[0][] = [];
  const stopped: number[] = [];
  let reason: Error | undefined;
  const supervision: Supervision = {
    name: 'cases',
    guard: {
      add: (pid) => watched.add(pid),
      remove: (pid) => watched.delete(pid),
    },
    say: (sentence) => said.push(sentence),
    giveUp: (why) => {
      reason = why;
    },
    pauseMs: 0,
    start: (watch): Promise<Running> => {
      const pid = starts.push(watch);
      watch.onSpawn(pid);
      return Promise.resolve({ pid, stop: () => Promise.resolve(stopped.push(pid)) });
    },
    ...more,
  };
  const die = async () => {
    starts.at(-1)?.onExit({ code: 1, signal: null });
    await new Promise((done) => setTimeout(done, 10));
  };
  return { supervision, said, watched, starts, stopped, die, reason: () => reason };
}

describe('a program that dies', () => {
  it('is told and started again', async () => {
    const program = aProgram();
    const { stop } = await supervise(program.supervision);
    await program.die();
    expect(program.said).toEqual([
      'The cases ended (code 1) and is started again (1 of 3); the data is safe.',
    ]);
    expect([...program.watched]).toEqual([2]);
    await stop();
    expect(program.stopped).toEqual([2]);
    expect(program.watched.size).toBe(0);
  });

  it('is given up when it keeps dying', async () => {
    const program = aProgram({ restarts: 2 });
    await supervise(program.supervision);
    for (let deaths = 0; deaths < 3; deaths += 1) await program.die();
    expect(program.starts.length).toBe(3);
    expect(program.said.length).toBe(2);
    expect(program.reason()?.message).toMatch(/ended \(code 1\)/);
    expect(program.watched.size).toBe(0);
  });

  it('is given up when it does not come up again', async () => {
    let first = true;
    const fallible = aProgram();
    const { start } = fallible.supervision;
    await supervise({
      ...fallible.supervision,
      restarts: 1,
      start: (watch) => {
        if (!first) return Promise.reject(new Error('no disk'));
        first = false;
        return start(watch);
      },
    });
    await fallible.die();
    expect(fallible.reason()?.message).toContain('no disk');
  });
});

it('the first start is the caller’s to hear of', async () => {
  const program = aProgram({ start: () => Promise.reject(new Error('no such file')) });
  await expect(supervise(program.supervision)).rejects.toThrow('no such file');
  expect(program.reason()).toBeUndefined();
});

it('what is stopped is not started again', async () => {
  const program = aProgram();
  const { stop } = await supervise(program.supervision);
  await stop();
  await program.die();
  expect(program.starts.length).toBe(1);
  expect(program.said).toEqual([]);
});
