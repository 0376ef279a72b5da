import { createHash } from 'node:crypto';
import type { Language } from '@onewindow/subgraph';
import { validateInput } from '@onewindow/subgraph';
import { idFromCode } from '@onewindow/persistence';
import { z } from 'zod';
import { canonicalText } from '../domain/item-changes.ts';
import { mendImported, type ImportFlag } from '../domain/import-mending.ts';
import { contentOf } from '../domain/item-content.ts';
import type { ItemCommand, KnownItem } from '../domain/item.ts';
import { contentInput } from './content-input.ts';
import type { DepartmentRow } from '../replicas/department-replica.ts';

const code = z.string().trim().min(1).max(100);
const rowInput = z.object({
  code,
  aliases: z.array(code).max(20).nullish(),
  departmentCode: code,
  sourceVersion: z.int().nullish(),
  content: contentInput,
});
export type ImportRow = z.output<typeof rowInput>;
export type ImportCommand = Extract<ItemCommand, { type: 'ImportItem' }>;

/** A row that can be read, or what is wrong with it: one bad row never holds up the others. */
export function parseRow(
  row: unknown,
  language: Language,
):
  { readonly ok: true; readonly row: ImportRow } | { readonly ok: false; readonly detail: string } {
  const valid = validateInput(rowInput, row, language);
  if (valid.ok) return { ok: true, row: valid.value };
  const detail = valid.refusal.fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return { ok: false, detail };
}

export const itemIdOf = (row: Pick<ImportRow, 'code'>): string =>
  idFromCode('service-item', row.code);

/** The command of a row. A new item needs name and kind; one that is there keeps what the row leaves out. */
export function importCommand(
  row: ImportRow,
  department: DepartmentRow,
  {
    by,
    state,
    commandId,
  }: {
    readonly by: string;
    readonly state: KnownItem | undefined;
    readonly commandId: string | null | undefined;
  },
): ImportCommand | undefined {
  const { name, kind, ...change } = row.content;
  const named = { name: name ?? state?.content.name, kind: kind ?? state?.content.kind };
  if (named.name === undefined || named.kind === undefined) return undefined;
  return {
    type: 'ImportItem',
    by,
    code: row.code,
    aliases: row.aliases ?? [],
    department: { id: department._id, region: department.region },
    named: { name: named.name, kind: named.kind },
    change,
    mark: {
      digest: digestOf(row),
      sourceVersion: row.sourceVersion ?? null,
      ...(commandId != null && { commandId }),
    },
  };
}

/** What is to be mended in what the row says, whether it was taken now or before. */
export function flagsOf(
  { named, change }: ImportCommand,
  state: KnownItem | undefined,
): readonly ImportFlag[] {
  const before = state === undefined ? contentOf(named) : state.content;
  return mendImported({ ...before, ...named, ...change }).flags;
}

function digestOf(row: ImportRow): string {
  return createHash('sha256').update(canonicalText(row)).digest('base64url');
}
