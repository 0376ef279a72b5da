import fc from 'fast-check';
import { anItem, chunksOf, envelope } from '../../test/reading.ts';
import { normaliseRow } from './normalise-row.ts';
import { readNational } from './read-national.ts';
import { readTable } from './read-table.ts';
import type { SourceRecord } from './source-record.ts';

const survey = {
  olderTypes: false,
  newest: new Map<string, { position: number; version: number | null; date: number }>(),
  home: null,
  aliases: new Map<string, number>(),
  departmentCode: () => 'D1',
};

async function readAll(records: AsyncIterable<SourceRecord>) {
  const rows = [];
  for await (const record of records) rows.push(normaliseRow(record, survey));
  return rows;
}

describe('garbage', () => {
  it('in a table never throws, and a row is taken or has a reason', async () => {
    const header = 'name\titem_code\tdepartment\tdept_code\ttask_type\tarea_code\n';
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.nat({ max: 40 }), async (text, size) => {
        const rows = await readAll(readTable(chunksOf(header + text, size + 1)));
        expect(rows.every(({ row, reasons }) => row !== undefined || reasons.length > 0)).toBe(
          true,
        );
      }),
    );
  });

  it('in JSON never throws, and good lines behind it are read', async () => {
    const good = JSON.stringify(anItem());
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const junk = text.replace(/["[{]/gu, '');
        const rows = await readAll(readNational(chunksOf(`${junk}\n${good}\n`, 17)));
        expect(rows.at(-1)?.row?.code).toBe('11450721008115371844520040200A0');
      }),
    );
  });

  it('in any field of an item never throws', async () => {
    const fields = fc.dictionary(
      fc.constantFrom('task_code', 'task_name', 'promise_day', 'serve_type', 'task_type', 'law'),
      fc.jsonValue(),
    );
    const tables = fc.dictionary(
      fc.constantFrom('AUDIT_MATERIAL', 'AUDIT_CHARGE', 'AUDIT_QA', 'AUDIT_ITEM_FLOWSHEET'),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(fields, tables, async (some, others) => {
        const rows = await readAll(readNational(chunksOf(envelope([anItem(some, others)]), 50)));
        expect(rows).toHaveLength(1);
      }),
    );
  });

  it('cut off anywhere never throws', async () => {
    const text = envelope([anItem(), anItem()]);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length }), async (end) => {
        const rows = await readAll(readNational(chunksOf(text.slice(0, end), 33)));
        expect(rows.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
