import { createHash } from 'node:crypto';
import { officialCode, spellingsOf } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { validateInput, type Language } from '@onewindow/subgraph';
import { z } from 'zod';
import { canonicalText } from './domain/item-changes.ts';
import { mendImported, type ImportFlag } from './domain/import-mending.ts';
import { ASSUMED_KIND } from './domain/decide-import.ts';
import { contentOf } from './domain/item-content.ts';
import type { ImportItem, KnownItem } from './domain/item.ts';
import { contentInput } from './content-input.ts';
import type { DepartmentRow } from '../organisation/department-replica.ts';

/** In one spelling, so that no code has a twin in small letters. */
const code = z.string().transform(officialCode).pipe(z.string().min(1).max(100));
const rowInput = z.object({
  code,
  aliases: z.array(code).max(20).nullish(),
  departmentCode: code,
  sourceVersion: z.int().nullish(),
  content: contentInput,
});
export type ImportRow = z.output<typeof rowInput>;

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

/** The ids that the item of a row may have: that of its code, then those of older spellings. */
export const itemIdsOf = (row: Pick<ImportRow, 'code'>): readonly [string, ...string[]] => {
  const [first, ...others] = spellingsOf(row.code).map((one) => idFromCode('service-item', one));
  return [first ?? idFromCode('service-item', row.code), ...others];
};

/** The command of a row. A new item needs a name; one that is there keeps what the row leaves out. */
export function importCommand(
  row: ImportRow,
  department: DepartmentRow,
  {
    by,
    item,
    commandId,
  }: {
    readonly by: string;
    readonly item: KnownItem | undefined;
    readonly commandId: string | null | undefined;
  },
): ImportItem | undefined {
  const { name, kind, ...change } = row.content;
  if (name === undefined && item === undefined) return undefined;
  return {
    type: 'ImportItem',
    by,
    code: row.code,
    aliases: row.aliases ?? [],
    department: { id: department._id, region: department.region },
    named: { ...(name !== undefined && { name }), ...(kind !== undefined && { kind }) },
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
  { named, change }: ImportItem,
  item: KnownItem | undefined,
): readonly ImportFlag[] {
  if (item !== undefined) return mendImported({ ...item.content, ...named, ...change }).flags;
  const { name = '', kind = ASSUMED_KIND } = named;
  const { flags } = mendImported(contentOf({ name, kind }, change));
  return named.kind === undefined ? ['KindAssumed', ...flags] : flags;
}

function digestOf(row: ImportRow): string {
  return createHash('sha256').update(canonicalText(row)).digest('base64url');
}
