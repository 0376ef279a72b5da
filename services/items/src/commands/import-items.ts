import { personOf } from '@onewindow/identity';
import type { Loaded, Outcome } from '@onewindow/persistence';
import { spellingsOf } from '@onewindow/kernel';
import { commandMeta, type Caller } from '@onewindow/service';
import type { Language } from '@onewindow/subgraph';
import { isOlder } from '../domain/decide-import.ts';
import type { ImportFlag } from '../domain/import-mending.ts';
import { itemLifecycle } from '../domain/item-lifecycle.ts';
import type { ItemEvent, ItemRejection, ItemState, KnownItem } from '../domain/item.ts';
import { known } from '../persistence/known.ts';
import { toItemView, type ItemView } from '../queries/item-view.ts';
import type { DepartmentRow } from '../replicas/department-replica.ts';
import type { ItemCommandDeps } from './create-item-commands.ts';
import {
  flagsOf,
  importCommand,
  itemIdsOf,
  parseRow,
  type ImportCommand,
  type ImportRow,
} from './import-row.ts';

export interface ImportedRow {
  readonly code: string;
  readonly outcome: 'TAKEN' | 'CHANGED' | 'PROPOSED' | 'UNCHANGED' | 'REFUSED';
  readonly item: ItemView | null;
  readonly reasons: readonly ImportRejection[];
}

export type ImportRejection =
  | Extract<Outcome<ItemState, ItemEvent, ItemRejection>, { ok: false }>['rejection']
  | { readonly code: 'DepartmentUnknown' | 'DuplicateCode' | 'OlderVersion' | ImportFlag }
  | { readonly code: 'InvalidRow'; readonly detail: string };

interface Planned {
  readonly index: number;
  readonly id: string;
  readonly command: ImportCommand;
  readonly state: Loaded<ItemState> | null;
}

/** Commands at a time: one document each, so that they never meet. */
const AT_ONCE = 8;

/**
 * Takes what can be taken and answers for each row. Three Mongo commands find what is known; new
 * items go in together, changed ones each by its own write, and unchanged ones write nothing.
 */
export async function importItems(
  deps: Pick<ItemCommandDeps, 'journal' | 'departments'>,
  caller: Caller,
  input: {
    readonly commandId?: string | null | undefined;
    readonly rows: readonly unknown[];
    readonly language: Language;
  },
): Promise<readonly ImportedRow[]> {
  const outcomes = new Map<number, ImportedRow>();
  const planned = await plan(deps, caller, { ...input, outcomes });
  const meta = (row: Planned) => ({
    ...commandMeta(caller, 'importItems', {}),
    args: { digest: row.command.mark.digest },
    ...(input.commandId != null && { commandId: `${input.commandId}/${row.command.code}` }),
  });
  const created = planned.filter(({ state }) => state === null);
  const answers = await deps.journal.createMany(
    created.map((row) => ({ id: row.id, command: row.command, meta: meta(row) })),
  );
  const again: Planned[] = planned.filter(({ state }) => state !== null);
  const taken = new Map<string, Outcome<ItemState, ItemEvent, ItemRejection>>();
  for (const [position, row] of created.entries()) {
    const answer = answers[position];
    // Somebody else made it between the look and the insert: then it is a change like any other.
    if (answer?.ok === false && answer.rejection.code === 'AlreadyExists') {
      again.push(row);
      taken.set(row.id, answer);
    } else if (answer !== undefined) outcomes.set(row.index, told(row, answer, 'TAKEN'));
  }
  for (let from = 0; from < again.length; from += AT_ONCE) {
    const batch = again.slice(from, from + AT_ONCE);
    const settled = await Promise.all(
      batch.map(async (row) => {
        const settledNow = withoutWrite(row);
        if (settledNow !== undefined) return settledNow;
        const { id, command } = row;
        const answer = await deps.journal.handle({ id, command, meta: meta(row) });
        // Nothing is there under this id: then one of its codes is another item's.
        const isAbsent = !answer.ok && answer.rejection.code === 'NotFound';
        return told(row, isAbsent ? (taken.get(id) ?? answer) : answer, 'CHANGED');
      }),
    );
    batch.forEach(({ index }, position) => {
      const outcome = settled[position];
      if (outcome !== undefined) outcomes.set(index, outcome);
    });
  }
  return input.rows.flatMap((_, index) => outcomes.get(index) ?? []);
}

/** What is known of each row's item and department; rows that can't go on are answered here. */
async function plan(
  { journal, departments }: Pick<ItemCommandDeps, 'journal' | 'departments'>,
  { viewer, at }: Caller,
  input: {
    readonly commandId?: string | null | undefined;
    readonly rows: readonly unknown[];
    readonly language: Language;
    readonly outcomes: Map<number, ImportedRow>;
  },
): Promise<readonly Planned[]> {
  const readable: { readonly index: number; readonly row: ImportRow }[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of input.rows.entries()) {
    const parsed = parseRow(raw, input.language);
    if (!parsed.ok) {
      const { detail } = parsed;
      input.outcomes.set(index, refused(codeOf(raw), { code: 'InvalidRow', detail }));
    } else if (seen.has(parsed.row.code)) {
      input.outcomes.set(index, refused(parsed.row.code, { code: 'DuplicateCode' }));
    } else {
      seen.add(parsed.row.code);
      readable.push({ index, row: parsed.row });
    }
  }
  const byCode = await departmentsByCode(departments, readable);
  const found = await journal.findMany(
    readable.flatMap(({ row }) => itemIdsOf(row)),
    at,
  );
  const states = new Map(found.flatMap((state) => (state === null ? [] : [[state.id, state]])));
  return readable.flatMap(({ index, row }): readonly Planned[] => {
    const department = spellingsOf(row.departmentCode)
      .map((code) => byCode.get(code))
      .find((one) => one !== undefined);
    const ids = itemIdsOf(row);
    const id = ids.find((one) => states.has(one)) ?? ids[0];
    const state = states.get(id) ?? null;
    const command =
      department &&
      importCommand(row, department, {
        by: personOf(viewer).id,
        commandId: input.commandId,
        state: state ? known(state.state) : undefined,
      });
    if (command !== undefined) return [{ index, id, command, state }];
    const because: ImportRejection =
      department === undefined
        ? { code: 'DepartmentUnknown' }
        : { code: 'InvalidRow', detail: 'content.name' };
    input.outcomes.set(index, { ...refused(row.code, because), item: state && toItemView(state) });
    return [];
  });
}

async function departmentsByCode(
  departments: ItemCommandDeps['departments'],
  rows: readonly { readonly row: ImportRow }[],
): Promise<ReadonlyMap<string, DepartmentRow>> {
  const codes = [...new Set(rows.flatMap(({ row }) => spellingsOf(row.departmentCode)))];
  const found = codes.length === 0 ? [] : await departments.findBy('byCode', { codes });
  return new Map(found.flatMap((row) => row.codes.map((code) => [code, row] as const)));
}

/** What needs no write: the same again, or what the lifecycle refuses. */
function withoutWrite(row: Planned): ImportedRow | undefined {
  const { command, state } = row;
  if (state === null) return undefined;
  const decision = itemLifecycle.decide(command, state.state);
  if (!decision.accepted)
    return { ...refused(command.code, decision.rejection), item: toItemView(state) };
  if (decision.events.length > 0) return undefined;
  return imported(row, { outcome: doneBefore(row, state), aggregate: state });
}

function told(
  row: Planned,
  answer: Outcome<ItemState, ItemEvent, ItemRejection>,
  outcome: 'TAKEN' | 'CHANGED',
): ImportedRow {
  if (!answer.ok) return refused(row.command.code, answer.rejection);
  const { aggregate, repeated, events } = answer;
  if (repeated || events.length === 0)
    return imported(row, { outcome: doneBefore(row, aggregate), aggregate });
  const isProposal = events.some(({ type }) => type === 'NextRevisionProposed');
  return imported(row, { outcome: isProposal ? 'PROPOSED' : outcome, aggregate });
}

/** The same import asks again because it got no answer: what it did then is the answer. */
function doneBefore(
  { command: { mark } }: Planned,
  { state, version }: Loaded<ItemState>,
): ImportedRow['outcome'] {
  const before = known(state).imported;
  if (mark.commandId === undefined || before?.commandId !== mark.commandId) return 'UNCHANGED';
  if (before.digest !== mark.digest) return 'UNCHANGED';
  if (version === 1) return 'TAKEN';
  return known(state).next === null ? 'CHANGED' : 'PROPOSED';
}

function imported(
  { command, state }: Planned,
  done: { readonly outcome: ImportedRow['outcome']; readonly aggregate: Loaded<ItemState> },
): ImportedRow {
  const before: KnownItem | undefined = state === null ? undefined : known(state.state);
  return {
    code: command.code,
    outcome: done.outcome,
    item: toItemView(done.aggregate),
    reasons: [
      ...(before !== undefined && isOlder(command, before) ? (['OlderVersion'] as const) : []),
      ...flagsOf(command, before),
    ].map((code) => ({ code })),
  };
}

function refused(code: string, rejection: ImportRejection): ImportedRow {
  return { code, outcome: 'REFUSED', item: null, reasons: [rejection] };
}

function codeOf(raw: unknown): string {
  const code: unknown = typeof raw === 'object' && raw !== null && 'code' in raw ? raw.code : '';
  return typeof code === 'string' ? code : '';
}
