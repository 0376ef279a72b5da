/** How many faults of one request's variables are told. */
export const MOST_FAULTS = 50;
/** How many values the variables of one request may hold, those inside of custom scalars not counted. */
export const MOST_VALUES = 25_000;
/** How deep inputs may lie in each other. */
export const DEEPEST_INPUT = 32;
/** How many characters of a key or a value are told. */
const LONGEST_TOLD = 100;

/** What can be wrong with a value; stable, for programs. */
export type InputFaultKind =
  | 'INVALID_VALUE'
  | 'MISSING'
  | 'NOT_ONE_OF'
  | 'NULL'
  | 'TOO_DEEP'
  | 'TOO_MANY'
  | 'UNKNOWN_ENUM_VALUE'
  | 'UNKNOWN_FIELD'
  | 'WRONG_TYPE';

export interface InputFault {
  readonly kind: InputFaultKind;
  /** From the variable down to the place, its name first. */
  readonly path: readonly (string | number)[];
  /** The type that is wanted there; of an unknown field the input that has none of that name. */
  readonly type: string;
  /** The given value, cut; absent when it is personal, of an unknown field, or no leaf. */
  readonly value?: string;
  readonly limit?: number;
  readonly found?: number;
}

/** Enough is known: nothing more is read. */
export class Stopped extends Error {}

/** One walk through the variables of a request. */
export class InputVisit {
  readonly faults: InputFault[] = [];
  readonly path: (string | number)[] = [];
  /** Above 0: something above is personal. */
  personal = 0;
  private values = 0;

  add(kind: InputFaultKind, type: string, more?: Partial<InputFault>): unknown {
    this.faults.push({
      kind,
      path: this.path.map((key) => (typeof key === 'string' ? cut(key) : key)),
      type,
      ...more,
    });
    if (this.faults.length >= MOST_FAULTS) throw new Stopped();
    return undefined;
  }

  /** A fault that shows what is given, unless it is personal or more than one word. */
  addGiven(kind: InputFaultKind, type: string, given: unknown): unknown {
    if (
      this.personal > 0 ||
      (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean')
    )
      return this.add(kind, type);
    return this.add(kind, type, { value: cut(String(given)) });
  }

  /** To be told of values before they are read. */
  count(values: number, type: string): void {
    this.values += values;
    if (this.values <= MOST_VALUES) return;
    this.add('TOO_MANY', type, { limit: MOST_VALUES, found: this.values });
    throw new Stopped();
  }

  /** To be told of an object before its fields are read. */
  descend(type: string): void {
    if (this.path.length <= DEEPEST_INPUT) return;
    this.add('TOO_DEEP', type, { limit: DEEPEST_INPUT, found: this.path.length });
    throw new Stopped();
  }
}

/** Never half of a character that takes two. */
const cut = (text: string): string =>
  text.length <= LONGEST_TOLD
    ? text
    : `${text.slice(0, LONGEST_TOLD - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
