import { personOf } from '@onewindow/identity';
import { spellingsOf } from '@onewindow/kernel';
import { commandMeta, type Caller } from '@onewindow/service';
import { validateInput, type Language } from '@onewindow/subgraph';
import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import type { MutationResolvers } from '../graphql/types.generated.ts';
import type { DepartmentReplica, DepartmentRow } from '../organisation/department-replica.ts';
import { isOlder } from './domain/decide-import.ts';
import type { ImportFlag } from './domain/import-mending.ts';
import { itemLifecycle } from './domain/item-lifecycle.ts';
import type { ImportItem } from './domain/item.ts';
import { flagsOf, importCommand, itemIdsOf, parseRow, type ImportRow } from './import-row.ts';
import { itemKind, type ItemJournal, type ItemView } from './item.kind.ts';

export interface ImportedRow {
  readonly code: string;
  readonly outcome: 'TAKEN' | 'CHANGED' | 'PROPOSED' | 'UNCHANGED' | 'REFUSED';
  readonly item: ItemView | null;
  readonly reasons: readonly ImportRejection[];
}

type Outcome = Awaited<ReturnType<ItemJournal['createMany']>>[number];
export type ImportRejection =
  | Extract<Outcome, { readonly ok: false }>['rejection']
  | { readonly code: 'DepartmentUnknown' | 'DuplicateCode' | 'OlderVersion' | ImportFlag }
  | { readonly code: 'InvalidRow'; readonly detail: string };

interface Planned {
  readonly index: number;
  readonly id: string;
  readonly command: ImportItem;
  /** The item that is there, null for a new one. */
  readonly item: ItemView | null;
}

interface Deps extends Pick<RequestContext, 'departments'> {
  readonly journal: ItemJournal;
}
interface Batch {
  readonly commandId?: string | null | undefined;
  readonly rows: readonly unknown[];
  readonly language: Language;
}

/** Commands at a time: one document each, so that they never meet. */
const AT_ONCE = 8;

const batchInput = z.object({ rows: z.array(z.unknown()).min(1).max(200) });

/** `importItems`: every row has an outcome of its own, so that one bad row holds up no other. */
export const importItems: NonNullable<MutationResolvers['importItems']> = async (
  _,
  { input },
  { caller, language, kinds, departments },
) => {
  const valid = validateInput(batchInput, input, language);
  if (!valid.ok) return valid.refusal;
  const { journal } = kinds.of(itemKind);
  const { rows, commandId } = input;
  const outcomes = await takeRows({ journal, departments }, caller, { rows, commandId, language });
  return { __typename: 'ImportItemsSuccess', outcomes };
};

/**
 * Takes what can be taken and answers for each row. Three Mongo commands find what is known; new
 * items go in together, changed ones each by its own write, and unchanged ones write nothing.
 */
async function takeRows(deps: Deps, caller: Caller, input: Batch): Promise<readonly ImportedRow[]> {
  const outcomes = new Map<number, ImportedRow>();
  const planned = await plan(deps, caller, { ...input, outcomes });
  const meta = (row: Planned) => ({
    ...commandMeta(caller, 'importItems', {}),
    args: { digest: row.command.mark.digest },
    ...(input.commandId != null && { commandId: `${input.commandId}/${row.command.code}` }),
  });
  const created = planned.filter(({ item }) => item === null);
  const answers = await deps.journal.createMany(
    created.map((row) => ({ id: row.id, command: row.command, meta: meta(row) })),
  );
  const again: Planned[] = planned.filter(({ item }) => item !== null);
  const taken = new Map<string, Outcome>();
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
  { journal, departments }: Deps,
  { viewer, at }: Caller,
  input: Batch & { readonly outcomes: Map<number, ImportedRow> },
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
  const items = new Map(
    found.flatMap((one) => (one === null ? [] : [[one.id, itemKind.toView(one)] as const])),
  );
  return readable.flatMap(({ index, row }): readonly Planned[] => {
    const department = spellingsOf(row.departmentCode)
      .map((code) => byCode.get(code))
      .find((one) => one !== undefined);
    const ids = itemIdsOf(row);
    const id = ids.find((one) => items.has(one)) ?? ids[0];
    const item = items.get(id) ?? null;
    const command =
      department &&
      importCommand(row, department, {
        by: personOf(viewer).id,
        commandId: input.commandId,
        item: item ?? undefined,
      });
    if (command !== undefined) return [{ index, id, command, item }];
    const because: ImportRejection =
      department === undefined
        ? { code: 'DepartmentUnknown' }
        : { code: 'InvalidRow', detail: 'content.name' };
    input.outcomes.set(index, { ...refused(row.code, because), item });
    return [];
  });
}

async function departmentsByCode(
  departments: DepartmentReplica,
  rows: readonly { readonly row: ImportRow }[],
): Promise<ReadonlyMap<string, DepartmentRow>> {
  const codes = [...new Set(rows.flatMap(({ row }) => spellingsOf(row.departmentCode)))];
  const found = codes.length === 0 ? [] : await departments.findBy('byCode', { codes });
  return new Map(found.flatMap((row) => row.codes.map((code) => [code, row] as const)));
}

/** What needs no write: the same again, or what the lifecycle refuses. */
function withoutWrite(row: Planned): ImportedRow | undefined {
  const { command, item } = row;
  if (item === null) return undefined;
  const decision = itemLifecycle.decide(command, item);
  if (!decision.accepted) return { ...refused(command.code, decision.rejection), item };
  return decision.events.length > 0 ? undefined : imported(row, doneBefore(row, item), item);
}

function told(row: Planned, answer: Outcome, outcome: 'TAKEN' | 'CHANGED'): ImportedRow {
  if (!answer.ok) return refused(row.command.code, answer.rejection);
  const { aggregate, repeated, events } = answer;
  const item = itemKind.toView(aggregate);
  if (repeated || events.length === 0) return imported(row, doneBefore(row, item), item);
  const isProposal = events.some(({ type }) => type === 'NextRevisionProposed');
  return imported(row, isProposal ? 'PROPOSED' : outcome, item);
}

/** The same import asks again because it got no answer: what it did then is the answer. */
function doneBefore(
  { command: { mark } }: Planned,
  { imported: before, next, version }: ItemView,
): ImportedRow['outcome'] {
  if (mark.commandId === undefined || before?.commandId !== mark.commandId) return 'UNCHANGED';
  if (before.digest !== mark.digest) return 'UNCHANGED';
  if (version === 1) return 'TAKEN';
  return next === null ? 'CHANGED' : 'PROPOSED';
}

function imported(
  { command, item: before }: Planned,
  outcome: ImportedRow['outcome'],
  item: ItemView,
): ImportedRow {
  const older = before !== null && isOlder(command, before) ? (['OlderVersion'] as const) : [];
  const reasons = [...older, ...flagsOf(command, before ?? undefined)].map((code) => ({ code }));
  return { code: command.code, outcome, item, reasons };
}

function refused(code: string, rejection: ImportRejection): ImportedRow {
  return { code, outcome: 'REFUSED', item: null, reasons: [rejection] };
}

function codeOf(raw: unknown): string {
  const code: unknown = typeof raw === 'object' && raw !== null && 'code' in raw ? raw.code : '';
  return typeof code === 'string' ? code : '';
}
