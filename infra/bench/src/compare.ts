import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { printTable } from './table.ts';

/** One figure of a run with the lowest and the highest of its rounds; alone where it was measured once. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly spread?: readonly [number, number] | undefined;
}

/** Ratio of the second run's figure to the first one's, and within which it lies whatever round of each is taken. */
export interface Compared {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
  readonly between: readonly [number, number];
}

/** The figures that both runs have, in the order of the first. */
export function compare(before: readonly Figure[], after: readonly Figure[]): readonly Compared[] {
  const rangeOf = ({ value, spread }: Figure) => spread ?? ([value, value] as const);
  return before.flatMap((one) => {
    const other = after.find(({ name }) => name === one.name);
    if (!other) return [];
    const [[low, high], [lowAfter, highAfter]] = [rangeOf(one), rangeOf(other)];
    return [
      {
        ...{ name: one.name, before: one.value, after: other.value },
        ratio: other.value / one.value,
        between: [lowAfter / high, highAfter / low] as const,
      },
    ];
  });
}

const spread = z.tuple([z.number(), z.number()]);
/** What `--json` writes, each part where it was measured. */
const run = z.object({
  reads: z.array(z.object({ name: z.string(), times: z.number(), spread })).default([]),
  writes: z
    .array(
      z.object({
        ...{ mutation: z.string(), clients: z.number() },
        ...{ commands: z.number(), failed: z.number(), perSecond: z.number() },
      }),
    )
    .default([]),
  start: z.array(z.object({ name: z.string(), value: z.number(), spread })).default([]),
});

/** The figures in the text of a `--json` file. Throws where it is none. */
export function figuresOf(text: string): readonly Figure[] {
  const { reads, writes, start } = run.parse(JSON.parse(text));
  return [
    ...reads.map(({ name, times, spread }) => ({ name: `${name}, times B`, value: times, spread })),
    ...writes.flatMap(({ mutation, clients, commands, failed, perSecond }) => {
      const by = `${mutation} by ${clients}`;
      return [
        { name: `${by}, Mongo commands each`, value: commands },
        { name: `${by}, failed`, value: failed },
        { name: `${by}, a second`, value: perSecond },
      ];
    }),
    ...start,
  ];
}

/** Prints two runs side by side. */
export function compareFiles(before: string, after: string): void {
  const [one, other] = [before, after].map((file) => figuresOf(readFileSync(file, 'utf8')));
  const compared = compare(one ?? [], other ?? []);
  if (compared.length === 0) throw new Error('The two runs have no figure in common.');
  printTable(`${after} against ${before}`, {
    head: ['', 'before', 'after', 'after / before', 'from', 'to'],
    rows: compared.map(({ name, before, after, ratio, between }) => [
      name,
      ...[before, after, ratio, ...between].map((figure) =>
        Number.isFinite(figure) ? figure.toFixed(2) : '-',
      ),
    ]),
  });
}
