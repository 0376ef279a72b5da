/** Picks a number below `count`; the smaller, the simpler what is made of it. */
export type Choose = (count: number) => number;

/** Choices out of a list, which a failing test shortens; where it ends, all are the simplest. */
export function choicesFrom(list: readonly number[]): Choose {
  let next = 0;
  return (count) => (list[next++] ?? 0) % count;
}

/** An endless list of choices, the same for the same seed. */
export function seededChoices(seed: number): Choose {
  let step = 0;
  return (count) => hash(seed, step++) % count;
}

/** A number of 31 bits that looks like chance and is none. */
export function hash(...parts: readonly (string | number)[]): number {
  let value = 2_166_136_261;
  for (const character of parts.join('|')) {
    value = Math.imul(value ^ character.charCodeAt(0), 16_777_619);
  }
  value = Math.imul(value ^ (value >>> 15), 2_246_822_507);
  value = Math.imul(value ^ (value >>> 13), 3_266_489_909);
  return (value ^ (value >>> 16)) >>> 1;
}
