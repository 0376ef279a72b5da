import type { Viewer } from '@onewindow/identity';
import { policyTable } from '../policy-files.ts';
import { ASKER_NAMES, type Asker } from './personas.ts';

/** One line of `policy/fields.tsv`: who may ask for these fields of a row that he sees, and whose rows they are. */
export interface FieldPolicy {
  readonly type: string;
  readonly fields: readonly string[];
  /** `anyone`, `signed-in`, `staff`, or scopes joined by `or`, which only staff and programs have. */
  readonly who: string;
  /** The line of `sights.tsv` that says who sees such rows or values; a word for what needs none. */
  readonly rows: string;
}

/** What a line of a table with a column for each asker says of him. */
export interface ByAsker<Cell extends string> {
  readonly name: string;
  readonly cells: Readonly<Record<Asker, Cell>>;
}

/**
 * Whether he sees the specimen row, or the value of a field that has a sight of its own. `open`: it is not
 * right that he does, and a change is on its way; either answer passes until then.
 */
export type Sight = 'yes' | '-' | 'open';
/**
 * What a mutation on the specimen comes to. `token`: refused by the token. `hidden`: NotFound, as if it were
 * not there. `refused`: NotAuthorized or another refusal of who he is. `decides`: all that the rules say next.
 * `open`: a change is on its way; only that a token is enough is held.
 */
export type Outcome = 'token' | 'hidden' | 'refused' | 'decides' | 'open';

/** Words in the column `rows` that no line of `sights.tsv` stands behind. */
export const NO_SIGHT = ['all', 'own', 'its parent', 'operator', 'mutations.tsv'];

export function fieldPolicies(): readonly FieldPolicy[] {
  return policyTable('fields.tsv', ['type', 'fields', 'who', 'rows', 'why']).map(
    ([type = '', fields = '', who = '', rows = '']) => ({
      type,
      fields: fields.split(' '),
      who,
      rows,
    }),
  );
}

export const sights = (): readonly ByAsker<Sight>[] =>
  byAsker('sights.tsv', 'rows', ['yes', '-', 'open'] as const);

export const mutationPolicies = (): readonly ByAsker<Outcome>[] =>
  byAsker('mutations.tsv', 'mutation', [
    ...(['token', 'hidden', 'refused', 'decides', 'open'] as const),
  ]);

const STAFF_WITH = 'staff with ';

/** Whether a token lets its bearer ask, as the policy words it. Throws for a word that it doesn't know. */
export function tokenAllows(who: string, { kind, scopes }: Viewer): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'signed-in':
      return kind !== 'ANONYMOUS';
    case 'staff':
      return kind === 'STAFF';
    default: {
      // Of people alone, though programs may hold such scopes as well.
      const [ofStaff, scoped] = who.startsWith(STAFF_WITH)
        ? [true, who.slice(STAFF_WITH.length)]
        : [false, who];
      if (ofStaff && kind !== 'STAFF') return false;
      const wanted = scoped.split(' or ');
      if (!wanted.every((scope) => /^[a-z]+:[a-z]+$/u.test(scope))) {
        throw new Error(`"${who}" is no word of the policy`);
      }
      const held: ReadonlySet<string> = scopes;
      return (kind === 'STAFF' || kind === 'SERVICE') && wanted.some((scope) => held.has(scope));
    }
  }
}

function byAsker<Cell extends string>(
  file: string,
  first: string,
  known: readonly Cell[],
): readonly ByAsker<Cell>[] {
  return policyTable(file, [first, ...ASKER_NAMES, 'why']).map(([name = '', ...cells]) => ({
    name,
    cells: Object.fromEntries(
      ASKER_NAMES.map((asker, index) => {
        const cell = known.find((one) => one === cells[index]);
        if (!cell) throw new Error(`${file}: ${name} says "${cells[index] ?? ''}" of ${asker}`);
        return [asker, cell];
      }),
    ) as Record<Asker, Cell>,
  }));
}
