/** An index, created at start. `fields` in order, 1 or -1. */
export interface IndexDeclaration {
  readonly fields: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  /**
   * For fields that are mostly absent; never a partial index (the embedded server doesn't use it). Absent
   * means left out of the state: null is a value, which a unique index holds once.
   */
  readonly sparse?: boolean;
  readonly expireAfterSeconds?: number;
  /** The name of the fact that a unique index keeps, answered when it is broken: `receiptNumber`. */
  readonly fact?: string;
}

/** What a query asks for, so that an index can be proved to serve it: equality first, then sort, then range. */
export interface QueryShape {
  readonly equality: readonly string[];
  /**
   * The equality fields that may be asked for as "one of", with how many values there can be: a list that is sorted
   * is merged from one range for each combination, and MongoDB merges at most `MOST_RANGES`; with one more it
   * sorts in memory. Of all others one value is asked for. Lookups without an order need no bound.
   */
  readonly anyOf?: Readonly<Record<string, number>>;
  /** An array field of which a document must hold all values asked for: the words of a search. At most one, as an index takes. */
  readonly every?: string;
  /**
   * The last sort key must be `_id`, which makes keyset pages exact. Empty for lookups by equality. Every
   * document that the query matches has a value for each sort key: null has no place between pages.
   */
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly range?: readonly string[];
  /** Fields of which a request may leave one value out: few rows, which are looked at and passed over. */
  readonly except?: readonly string[];
}

/** How many ranges of an index MongoDB merges in its order (`internalQueryMaxScansToExplode`). */
export const MOST_RANGES = 200;

/** How many ranges the widest request of a query is made of. */
export const rangesOf = ({ anyOf = {} }: Pick<QueryShape, 'anyOf'>): number =>
  Object.values(anyOf).reduce((product, values) => product * values, 1);
