import { accesses, accessHash, type AccessRow } from './access-log.ts';
import type { Database } from './database.ts';

export type AccessVerification =
  | { readonly ok: true; readonly rows: number }
  | { readonly ok: false; readonly chain: string; readonly seq: number };

/** Walks all chains of a day (Asia/Shanghai, `YYYY-MM-DD`) and names the first bad row. */
export async function verifyAccesses(
  database: Pick<Database, 'collection'>,
  day: string,
): Promise<AccessVerification> {
  const rows = accesses(database).find({ day }).sort({ day: 1, chain: 1, seq: 1 });
  let count = 0;
  let before: Pick<AccessRow, 'chain' | 'seq' | 'hash'> | undefined;
  for await (const { hash, ...row } of rows) {
    const { chain } = row;
    const link = before?.chain === chain ? before : { seq: 0, hash: chain };
    if (row.seq !== link.seq + 1 || accessHash(link.hash, row) !== hash) {
      return { ok: false, chain, seq: link.seq + 1 };
    }
    before = { chain, seq: row.seq, hash };
    count++;
  }
  return { ok: true, rows: count };
}
