import { officialCode } from '@onewindow/kernel';
import type { ReadableRecord } from './identify.ts';
import { textOf } from './table-access.ts';
import { isCode } from './usable.ts';

/** Other codes of the same matter: that of its handling item and the local one. */
export function aliasesOf(record: ReadableRecord, code: string | null): readonly string[] {
  if (record.kind !== 'NATIONAL') return [];
  const codes = ['task_handle_item', 'local_task_code'].map((name) =>
    officialCode(textOf(record.item[name])),
  );
  return [...new Set(codes)].filter((other) => other !== code && isCode(other));
}
