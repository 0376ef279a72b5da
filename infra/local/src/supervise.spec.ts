import { supervise, type Running, type Supervision } from './supervise.ts';

/** A program that can be made to die, with what was told of it. */
function aProgram(more: Partial<Supervision> = {}) {
  const said: string[] = [];
  const watched = new Set<number>();
  const starts: Parameters<Supervision['start']>[0][] = [];
  const stopped: number[] = [];
  const killed: number[] = [];
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
      return Promise.resolve({
        pid,
        stop: () => Promise.resolve(stopped.push(pid)),
        kill: () => Promise.resolve(killed.push(pid)),
      });
    },
    ...more,
  };
  const die = async () => {
    starts.at(-1)?.onExit({ code: 1, signal: null });
    await new Promise((done) => setTimeout(done, 10));
  };
  return { supervision, said, watched, starts, stopped, killed, die, reason: () => reason };
}

describe('a program that dies', () => {
  it('is told and started again', async () => {
    const program = aProgram();
    const { stop } = await supervise(program.supervision);
    await program.die();
    expect(program.said).toEqual([
      'The cases ended (code 1) and is started again (1 of 5 within 10 minutes); the data is safe.',
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

  it('is forgiven what it did before the window', async () => {
    let minutes = 0;
    const program = aProgram({ restarts: 2, now: () => minutes * 60_000 });
    await supervise(program.supervision);
    for (; minutes < 60; minutes += 6) await program.die();
    expect(program.starts.length).toBe(11);
    expect(program.reason()).toBeUndefined();
    // Nine minutes later as many as are allowed, and one more.
    for (const _ of [1, 2, 3]) await program.die();
    expect(program.reason()?.message).toMatch(/2 times within 10 minutes/);
  });

  it('is given twice as long before each new start', async () => {
    const pauses: number[] = [];
    const sleep = (ms: number) => Promise.resolve(pauses.push(ms));
    const program = aProgram({ pauseMs: 1_000, sleep });
    await supervise(program.supervision);
    for (const _ of [1, 2, 3, 4]) await program.die();
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
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

describe('a program that hangs', () => {
  const probe = { everyMs: 5, hungAfter: 3 };
  const soon = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((done) => setTimeout(done, 5));
  };

  it('is ended, told and started again', async () => {
    let isHung = false;
    const program = aProgram({ probe, isAlive: () => Promise.resolve(!isHung) });
    const { stop } = await supervise(program.supervision);
    await new Promise((done) => setTimeout(done, 50));
    expect(program.killed).toEqual([]);
    isHung = true;
    await soon(() => program.starts.length === 2);
    isHung = false;
    expect(program.killed).toEqual([1]);
    expect(program.said[0]).toMatch(/^The cases no longer answered and was ended and is started/);
    expect([...program.watched]).toEqual([2]);
    await stop();
  });

  it('is known by silence as by an error, and one answer in between is enough', async () => {
    let asked = 0;
    const answers = [
      () => new Promise<boolean>(() => undefined),
      () => Promise.reject(new Error('refused')),
      () => Promise.resolve(true),
    ];
    const isAlive = () => (answers[asked++ % answers.length] ?? answers[2])?.() as Promise<boolean>;
    const program = aProgram({ probe, isAlive });
    const { stop } = await supervise(program.supervision);
    await soon(() => asked > 12);
    await stop();
    expect(program.killed).toEqual([]);
  });

  it('is not asked any more once it is stopped', async () => {
    let asked = 0;
    const isAlive = () => Promise.resolve(++asked < 0);
    const program = aProgram({ probe: { everyMs: 20, hungAfter: 1 }, isAlive });
    const { stop } = await supervise(program.supervision);
    await stop();
    await new Promise((done) => setTimeout(done, 60));
    expect([asked, program.killed]).toEqual([0, []]);
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
