import type { Instant } from '@onewindow/kernel';
import type { JournalHead } from './journal-document.ts';

/** What a read takes: all but the journal, which is for history and writes. */
export const HEAD = { journal: 0, segments: 0 } as const;

/**
 * Which parts of a document a read takes, by their paths (`state.status`, `personal`): all but the journal when
 * absent. Its id, its version and where it belongs always come with them.
 */
export type Parts = readonly string[] | undefined;

type Projection = Readonly<Record<string, 0 | 1>>;

const ALWAYS = ['region', 'centre', 'department', 'version', 'stateVersion', 'nextTimerAt'];

/** The projection of a read. A part that lies in another one is left out: MongoDB refuses both together. */
export function projectionOf(
  parts: Parts,
  sort: Readonly<Record<string, unknown>> = {},
): Projection {
  if (parts === undefined) return HEAD;
  const paths = [...new Set([...ALWAYS, ...parts, ...Object.keys(sort)])];
  const outer = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
  return Object.fromEntries(outer.map((path) => [path, 1]));
}

/** Whether a head that was read in parts is to be read whole: a timer that is due may change all of its state. */
export const isDue = ({ nextTimerAt }: Pick<JournalHead, 'nextTimerAt'>, at: Instant): boolean =>
  nextTimerAt !== undefined && nextTimerAt.getTime() <= Date.parse(at);
