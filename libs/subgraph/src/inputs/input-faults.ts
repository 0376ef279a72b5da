import type { Language } from '../language.ts';
import type { InvalidField } from '../validate-input.ts';
import { boundWords } from './bound-words.ts';
import type { Constraint } from './constraint.ts';

type Bound = Exclude<keyof Constraint, 'form' | 'eachApart'>;
interface InputFault {
  readonly path: string;
  readonly bound: Bound;
  readonly limit: number;
  readonly found: number;
}

interface Measured {
  readonly found: number;
  readonly constraint: Partial<Constraint>;
}

/** More faults than these help nobody. */
const MOST_FAULTS = 20;

/** What is out of bounds in the arguments of one field. */
export class InputFaults {
  readonly #faults: InputFault[] = [];

  get any(): boolean {
    return this.#faults.length > 0;
  }

  /** Notes each bound of the two that `found` does not keep. */
  hold(path: string, [least, most]: readonly [Bound, Bound], measured: Measured): void {
    const { found, constraint } = measured;
    const [from, to] = [constraint[least] ?? 0, constraint[most] ?? Infinity];
    if (this.#faults.length >= MOST_FAULTS || (found >= from && found <= to)) return;
    const [bound, limit] = found < from ? ([least, from] as const) : ([most, to] as const);
    this.#faults.push({ path, bound, limit, found });
  }

  told(language: Language): readonly InvalidField[] {
    return this.#faults.map((fault) => ({
      path: fault.path,
      message: boundWords[fault.bound][language](fault),
    }));
  }
}
