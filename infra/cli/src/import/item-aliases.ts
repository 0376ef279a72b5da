import type { ReadableRecord } from './identify.ts';
import { textOf } from './table-access.ts';
import { CODE } from './usable.ts';

/** Other codes of the same matter: that of its handling item and the local one. */
export function aliasesOf(record: ReadableRecord, code: string | null): readonly string[] {
  if (record.kind !== 'NATIONAL') return [];
  const codes = ['task_handle_item', 'local_task_code'].map((name) => textOf(record.item[name]));
  return [...new Set(codes)].filter((other) => other !== code && CODE.test(other));
}
