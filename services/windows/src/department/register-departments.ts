import { officialCode, spellingsOf } from '@onewindow/kernel';
import { idFromCode, type Loaded } from '@onewindow/persistence';
import type { Caller, Kinds } from '@onewindow/service';
import { reaches } from '../region/reach.ts';
import { regionKind } from '../region/region.kind.ts';
import { departmentKind } from './department.kind.ts';
import type { DepartmentState } from './domain/department.ts';
import type { DepartmentRefusal } from './registration-words.ts';

export interface DepartmentToRegister {
  readonly name: string;
  readonly codes: readonly string[];
  readonly regionCode: string;
  readonly regionName?: string | null | undefined;
}

export interface DepartmentOutcome {
  readonly name: string;
  readonly departmentId: string | null;
  readonly outcome: 'REGISTERED' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';
  /** Why it was refused, null otherwise. */
  readonly reason: DepartmentRefusal | null;
}

/** Who registers, and the kinds as he reads them. */
interface Registering {
  readonly caller: Caller;
  readonly kinds: Kinds;
}

/**
 * Registers departments one after the other: a known code finds the department (A37), codes that are
 * new to it become aliases. Codes are compared in one spelling, so that `d-1` is no twin of `D-1`.
 * One that can't be taken is refused by itself and stops none of the others; so is one outside of the region of the
 * manager who registers it.
 */
export async function registerDepartments(
  registering: Registering,
  input: { readonly commandId: string; readonly departments: readonly DepartmentToRegister[] },
): Promise<readonly DepartmentOutcome[]> {
  const outcomes: DepartmentOutcome[] = [];
  for (const [index, department] of input.departments.entries()) {
    const commandId = `${input.commandId}/${index}`;
    outcomes.push(await registerDepartment(registering, commandId, department));
  }
  return outcomes;
}

async function registerDepartment(
  { caller, kinds }: Registering,
  commandId: string,
  department: DepartmentToRegister,
): Promise<DepartmentOutcome> {
  const { name } = department;
  const codes = [...new Set(department.codes.map(officialCode).filter((code) => code !== ''))];
  const [firstCode] = codes;
  const refused = (reason: DepartmentRefusal) =>
    ({ name, departmentId: null, outcome: 'REFUSED', reason }) as const;
  if (firstCode === undefined) return refused('NoCode');
  const found = await knownByCodes({ caller, kinds }, codes);
  const [known] = found;
  if (found.length > 1) return refused('CodesOfSeveralDepartments');

  for (const region of [regionIdOf(department), regionHeldBy(known)]) {
    const own = region === null || (await reaches(kinds, caller.viewer, region));
    if (own !== true) return refused(own);
  }
  const region = await regionOf({ caller, kinds }, department);
  const id = known?.id ?? idFromCode('department', firstCode);
  const request = {
    id,
    command: { type: 'RegisterDepartment', id, name, codes, region } as const,
    meta: { actor: caller.viewer.id, at: caller.at, commandId, args: { ...department, codes } },
  };
  const { journal } = kinds.of(departmentKind);
  const outcome = await (known ? journal.handle(request) : journal.create(request));
  if (!outcome.ok) return refused('CodeTaken');
  const isChanged = outcome.events.length > 0;
  const result = isChanged ? (known ? 'CHANGED' : 'REGISTERED') : 'UNCHANGED';
  return { name, departmentId: id, outcome: result, reason: null };
}

async function knownByCodes({ caller, kinds }: Registering, codes: readonly string[]) {
  const { journal } = kinds.of(departmentKind);
  const found = await Promise.all(
    [...new Set(codes.flatMap(spellingsOf))].map((code) =>
      journal.findBy('byCode', { 'state.codes': code }, caller.at),
    ),
  );
  const byId = new Map<string, Loaded<DepartmentState>>();
  for (const one of found) if (one !== null) byId.set(one.id, one);
  return [...byId.values()];
}

const regionIdOf = ({ regionCode }: DepartmentToRegister) => idFromCode('region', regionCode);

const regionHeldBy = (known: Loaded<DepartmentState> | undefined) =>
  known === undefined || known.state.status === 'ABSENT' ? null : known.state.region;

/** The department's region, made known by its code when it is not yet. */
async function regionOf({ caller, kinds }: Registering, department: DepartmentToRegister) {
  const { regionCode: code, regionName } = department;
  const id = regionIdOf(department);
  const regions = kinds.of(regionKind);
  if ((await regions.fresh(id)) === null) {
    const name = regionName ?? code;
    await regions.journal.create({
      id,
      command: { type: 'RegisterRegion', id, code, name, parent: null },
      meta: { actor: caller.viewer.id, at: caller.at, traceparent: caller.traceparent },
    });
  }
  return id;
}
