/** Lets jobs run side by side, and now and then one with nothing beside it. */
export interface Gate {
  together<Result>(job: () => Promise<Result>): Promise<Result>;
  /** Waits no longer than this many milliseconds to be alone: somebody before it may hang. */
  alone<Result>(patience: number, job: () => Promise<Result>): Promise<Result>;
}

interface Waiting {
  readonly isAlone: boolean;
  readonly enter: () => void;
}

/** In the order of coming: who wants to be alone waits for all before him, and all after him wait. */
export function createGate(): Gate {
  const waiting: Waiting[] = [];
  let inside = 0;
  let taken: Waiting | undefined;

  const letIn = () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (taken !== undefined || (next.isAlone && inside > 0)) return;
      waiting.shift();
      inside += 1;
      if (next.isAlone) taken = next;
      next.enter();
    }
  };

  const entrance = (isAlone: boolean, patience?: number) =>
    new Promise<Waiting>((resolve) => {
      const self: Waiting = {
        isAlone,
        enter: () => {
          clearTimeout(late);
          resolve(self);
        },
      };
      const impatient = () => {
        waiting.splice(waiting.indexOf(self), 1);
        inside += 1;
        self.enter();
        letIn();
      };
      const late = patience === undefined ? undefined : setTimeout(impatient, patience);
      waiting.push(self);
      letIn();
    });

  const run = async <Result>(entering: Promise<Waiting>, job: () => Promise<Result>) => {
    const self = await entering;
    try {
      return await job();
    } finally {
      inside -= 1;
      if (taken === self) taken = undefined;
      letIn();
    }
  };

  return {
    together: (job) => run(entrance(false), job),
    alone: (patience, job) => run(entrance(true, patience), job),
  };
}
