/** How many are connected, of the most that may be. */
export interface ConnectionCount {
  /** The function that gives the place back; undefined when there is none. */
  enter(): (() => void) | undefined;
}

export function createConnectionCount(most: number): ConnectionCount {
  let connected = 0;
  return {
    enter: () => {
      if (connected >= most) return undefined;
      connected += 1;
      let isIn = true;
      return () => {
        if (isIn) connected -= 1;
        isIn = false;
      };
    },
  };
}
