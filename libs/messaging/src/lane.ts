import type { Consumer } from './contract.ts';

/** Two durables of one consumer: what is new has its own, so that a month that is sent again is never before it. */
export const LANES = ['fresh', 'again'] as const;
export type Lane = (typeof LANES)[number];

/**
 * Behind the version in a subject: what is sent again lies in the same stream and is not fetched with what is new.
 * It stays one token, so that who takes all versions of a department's events (`make-department.mjs`) takes it too.
 */
const AGAIN = '-again';

/** `<type>.<department or _>` as it is when sent again. */
export const subjectOfAgain = (natsSubject: string): string =>
  natsSubject.replace(/\.[^.]*$/, (last) => `${AGAIN}${last}`);

/** What a lane of these types fetches. */
export const filterOf = (types: readonly string[], lane: Lane): readonly string[] =>
  [...new Set(types.map((type) => `${type}${lane === 'fresh' ? '' : AGAIN}.>`))].sort();

/** The name of a lane's durable in the stream. */
export const durableOf = ({ durable }: Pick<Consumer, 'durable'>, lane: Lane): string =>
  lane === 'fresh' ? durable : `${durable}${AGAIN}`;
