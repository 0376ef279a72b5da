import { officialCode, spellingsOf } from '@onewindow/kernel';
import { idFromCode, type Loaded } from '@onewindow/persistence';
import type { Caller } from '@onewindow/service';
import type { DepartmentState } from '../domain/department.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { registerRegion } from './register-region.ts';

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
  /** Why it was refused, as a key of the words in `refusal-words.ts`; null otherwise. */
  readonly reason: 'NoCode' | 'CodesOfSeveralDepartments' | 'CodeTaken' | null;
}

/**
 * Registers departments one after the other: a known code finds the department (A37), codes that are
 * new to it become aliases. Codes are compared in one spelling, so that `d-1` is no twin of `D-1`. One that can't be taken is refused by itself and stops none of the others.
 */
export async function registerDepartments(
  journals: Journals,
  input: { readonly commandId: string; readonly departments: readonly DepartmentToRegister[] },
  caller: Caller,
): Promise<readonly DepartmentOutcome[]> {
  const outcomes: DepartmentOutcome[] = [];
  for (const [index, department] of input.departments.entries()) {
    const commandId = `${input.commandId}/${index}`;
    outcomes.push(await registerDepartment(journals, { commandId, department }, caller));
  }
  return outcomes;
}

async function registerDepartment(
  journals: Journals,
  {
    commandId,
    department,
  }: { readonly commandId: string; readonly department: DepartmentToRegister },
  caller: Caller,
): Promise<DepartmentOutcome> {
  const codes = [...new Set(department.codes.map(officialCode).filter((code) => code !== ''))];
  const [firstCode] = codes;
  const refused = (reason: DepartmentOutcome['reason']) =>
    ({ name: department.name, departmentId: null, outcome: 'REFUSED', reason }) as const;
  if (firstCode === undefined) return refused('NoCode');
  const known = await knownByCodes(journals, codes, caller);
  if (known.length > 1) return refused('CodesOfSeveralDepartments');

  const region = await regionOf(journals, department, caller);
  const id = known[0]?.id ?? idFromCode('department', firstCode);
  const request = {
    id,
    command: { type: 'RegisterDepartment', id, name: department.name, codes, region } as const,
    meta: { actor: caller.viewer.id, at: caller.at, commandId, args: { ...department, codes } },
  };
  const outcome = known[0]
    ? await journals.departments.handle(request)
    : await journals.departments.create(request);
  if (!outcome.ok) return refused('CodeTaken');
  const changed = outcome.events.length > 0;
  const result = changed ? (known[0] ? 'CHANGED' : 'REGISTERED') : 'UNCHANGED';
  return { name: department.name, departmentId: id, outcome: result, reason: null };
}

async function knownByCodes(journals: Journals, codes: readonly string[], caller: Caller) {
  const found = await Promise.all(
    [...new Set(codes.flatMap(spellingsOf))].map((code) =>
      journals.departments.findBy('byCode', { 'state.codes': code }, caller.at),
    ),
  );
  const byId = new Map<string, Loaded<DepartmentState>>();
  for (const one of found) if (one !== null) byId.set(one.id, one);
  return [...byId.values()];
}

/** The department's region, made known by its code when it is not yet. */
async function regionOf(journals: Journals, department: DepartmentToRegister, caller: Caller) {
  const id = idFromCode('region', department.regionCode);
  if ((await journals.regions.find(id, caller.at)) === null) {
    const name = department.regionName ?? department.regionCode;
    await registerRegion(journals, { code: department.regionCode, name }, caller);
  }
  return id;
}
