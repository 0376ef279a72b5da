/** The set-ups of one connection's subscriptions: so many at once, the others wait. */
export interface SetUps {
  /** Resolves when it is this one's turn: true, and `end` is to be called then. False when it was taken back before. */
  begin(isWanted: () => boolean): Promise<boolean>;
  end(): void;
  /** Lets those go who were taken back while they waited. */
  sweep(): void;
}

interface Waiting {
  readonly isWanted: () => boolean;
  readonly decide: (isTurn: boolean) => void;
}

/**
 * Whoever takes a subscription back before it began still made the work, so what has begun counts until it ends. What
 * waits and is taken back is dropped, and has made none: so nobody is refused for what he has ended.
 */
export function createSetUps(atOnce: number): SetUps {
  let running = 0;
  let waiting: Waiting[] = [];
  const sweep = (): void => {
    const gone = waiting.filter(({ isWanted }) => !isWanted());
    if (gone.length === 0) return;
    waiting = waiting.filter((it) => !gone.includes(it));
    for (const { decide } of gone) decide(false);
  };
  return {
    sweep,
    begin: (isWanted) => {
      sweep();
      if (running < atOnce) {
        running += 1;
        return Promise.resolve(true);
      }
      return new Promise((decide) => waiting.push({ isWanted, decide }));
    },
    end: () => {
      sweep();
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next.decide(true);
    },
  };
}
