import type { mongo } from 'mongoose';

/** What is not as it must be. `broken` is a fault; `behind` may be on its way. */
export interface Discrepancy {
  readonly level: 'broken' | 'behind';
  readonly program: string;
  readonly collection: string;
  readonly id: string;
  /** One short English sentence without anything of a person. */
  readonly what: string;
}

/** How far one collection has been looked at: what an interrupted run goes on from. */
export interface VerifyStep {
  readonly program: string;
  readonly collection: string;
  /** The last id (or day) that is done; absent when all of the collection is. */
  readonly after?: string;
  readonly looked: number;
  readonly found: readonly Discrepancy[];
}

export interface VerifyOptions {
  /** Where an earlier run stopped, by `program/collection`: a place, or `done`. */
  readonly from?: Readonly<Record<string, { readonly after: string } | 'done'>>;
  /** Only so many of each collection, the newest by id; all of them when absent. */
  readonly newest?: number;
  /** Called after each batch. */
  readonly onStep?: (step: VerifyStep) => void | Promise<void>;
  /** How long a source's event may be on its way before a replica is told to be behind, in milliseconds. */
  readonly patienceMs?: number;
  /** The seals that were published, by program, from wherever somebody else has kept them. */
  readonly publishedSeals?: Readonly<
    Record<string, readonly { readonly number: number; readonly head: string }[]>
  >;
  /** The trust clock's now. */
  readonly now: Date;
}

/** A part of a run. */
export interface AskedCollection {
  readonly program: string;
  readonly db: mongo.Db;
  readonly collection: string;
  readonly options: VerifyOptions;
}

/** Where to begin; undefined when it is done already. */
export function beginningOf({
  program,
  collection,
  options,
}: AskedCollection): { after?: string } | undefined {
  const from = options.from?.[`${program}/${collection}`];
  if (from === 'done') return undefined;
  return from ?? {};
}
