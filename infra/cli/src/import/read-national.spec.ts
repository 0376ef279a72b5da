import { anItem, chunksOf, codesOf, envelope, reading } from '../../test/reading.ts';
import { readNational } from './read-national.ts';

const code = (number: number) => `11450721008115371844520040200A${number.toString()}`;
const item = (number: number, fields = {}) => anItem({ task_code: code(number), ...fields });

async function takenFrom(text: string, name = 'items.json') {
  const { rows } = await reading(text, { name });
  return rows.map((row) => row.row?.code ?? row.reasons[0]?.code);
}

describe('the national format', () => {
  it('is read from the envelope with one item and tables as arrays', async () => {
    const { AUDIT_ITEM, ...tables } = item(1);
    const text = JSON.stringify({
      STATUS: { CODE: '00' },
      CUSTOM: { AUDIT_ITEM: [AUDIT_ITEM], ...tables },
    });
    expect(await takenFrom(text)).toEqual([code(1)]);
  });

  it('gives each of several items in one envelope its own rows of the tables', async () => {
    const custom = {
      AUDIT_ITEM: [1, 2].map((n) => ({
        ...(item(n)['AUDIT_ITEM'] as object),
        rowguid: `g${n.toString()}`,
      })),
      AUDIT_MATERIAL: [
        { task_guid: 'g2', material_name: '申请书' },
        { task_guid: 'g1', material_name: '营业执照' },
      ],
    };
    const { rows } = await reading(JSON.stringify({ STATUS: { CODE: '00' }, CUSTOM: custom }));
    expect(rows.map(({ row }) => row?.content.requiredMaterials?.map(({ name }) => name))).toEqual([
      ['营业执照'],
      ['申请书'],
    ]);
  });

  it('is read from the envelope with many items, names in lower case and tables in arrays', async () => {
    const lower = JSON.parse(
      JSON.stringify(item(2)).replace(/AUDIT_\w+/gu, (name) => name.toLowerCase()),
    ) as unknown;
    expect(await takenFrom(envelope([item(1), lower]))).toEqual([code(1), code(2)]);
  });

  it('is read one a line, one behind the other, and as a bare array', async () => {
    const [one, two] = [item(1), item(2)].map((found) => JSON.stringify(found));
    expect(await takenFrom(`${one ?? ''}\n${two ?? ''}\n`)).toEqual([code(1), code(2)]);
    expect(await takenFrom(`${one ?? ''}${two ?? ''}`)).toEqual([code(1), code(2)]);
    expect(await takenFrom(`[${one ?? ''},\n${two ?? ''}]`)).toEqual([code(1), code(2)]);
  });

  it.each([
    ['an error page of the platform', '{"STATUS":{"CODE":"99","TEXT":"系统繁忙"}}', 'ERROR_PAGE'],
    ['an error page of its gateway', '{"code":500,"msg":"error"}', 'ERROR_PAGE'],
    ['an error page in HTML', '<html>\n<style>p { color: red }</style>\n</html>', 'ERROR_PAGE'],
    ['an envelope without items', envelope([]), 'NO_ITEM'],
    ['an element without item', envelope([{ AUDIT_MATERIAL: [] }]), 'NO_ITEM'],
    ['an element that is none', envelope([null]), 'NO_ITEM'],
    ['a document that breaks off', envelope([item(8)]).slice(0, 120), 'BROKEN_ROW'],
  ])('reports %s and reads on behind it', async (_, broken, expected) => {
    const text = [envelope([item(1)]), broken, envelope([item(2)])].join('\n');
    expect(await takenFrom(text)).toEqual([code(1), expected, code(2)]);
  });

  it('loses only the element that is broken', async () => {
    const lines = [item(1), item(2), item(3)].map((found) => JSON.stringify(found));
    const text = `{"STATUS":{"CODE":"00"},"data":{"list":[\n${lines[0] ?? ''},\n${(lines[1] ?? '').slice(0, 90)}\n,\n${lines[2] ?? ''}\n]}}`;
    expect(await takenFrom(text)).toEqual([code(1), 'BROKEN_ROW', code(3)]);
  });

  it.each<readonly [string, (element: string) => string]>([
    ['without a closing brace', (text) => text.slice(0, -1)],
    ['with a brace too many', (text) => `${text}}`],
    ['without a quote', (text) => text.replace(`${code(2)}"`, code(2))],
    ['with a bare quote in a text', (text) => text.replace('可行性', '可行"性')],
    ['without the bracket of a table', (text) => text.replace('"}]', '"}')],
    ['that breaks off in a text', (text) => text.slice(0, text.indexOf('办法》'))],
  ])('loses only the element %s, all in one line', async (_, breaking) => {
    const [one = '', two = '', three = ''] = [1, 2, 3].map((n) => JSON.stringify(item(n)));
    const list = [one, breaking(two), three].join(',');
    const text = `{"STATUS":{"CODE":"00"},"data":{"list":[${list}]}}`;
    expect(await takenFrom(`${text}\n${envelope([item(4)])}`)).toEqual([
      code(1),
      'BROKEN_ROW',
      code(3),
      code(4),
    ]);
  });

  it.each(['data', 'CUSTOM', 'result', 'rows'])('is read from a list called %s', async (name) => {
    const text = JSON.stringify({ STATUS: { CODE: 0 }, [name]: [item(1), item(2)] });
    expect(await takenFrom(text)).toEqual([code(1), code(2)]);
  });

  it('reads strings with bare control characters and says so', async () => {
    const text = envelope([item(1, { task_name: '审批@' })]).replace('@', '\u0001\n事项');
    const { rows } = await reading(text);
    expect(rows[0]?.row?.content.name).toBe('审批\n事项');
    expect(rows.flatMap(codesOf)).toContain('TEXT_CLEANED');
  });

  it.each([1, 7, 64, 1000])('reads the same from chunks of %d characters', async (size) => {
    const text = `${envelope([item(1), item(2)])}\n<html>\n${JSON.stringify(item(3))}`;
    const found: unknown[] = [];
    for await (const record of readNational(chunksOf(text, size)))
      found.push(record.kind === 'NATIONAL' ? record.item['task_code'] : record.kind);
    expect(found).toEqual([code(1), code(2), 'BROKEN', code(3)]);
  });

  it('takes the newest of several versions, wherever they stand, and never a historical one', async () => {
    const rows = [
      item(1, { task_version: 3, task_name: '旧' }),
      item(1, { task_version: 11, task_name: '新' }),
      item(1, { task_version: 12, task_name: '史', is_history: '1' }),
      item(1, { task_version: 11, operatedate: 1572407569, task_name: '后改' }),
    ];
    expect(await takenFrom(envelope(rows))).toEqual([
      'DUPLICATE_CODE',
      'DATED_ROW_TAKEN',
      'HISTORICAL',
      code(1),
    ]);
  });

  it('lets no version win that can’t be taken itself', async () => {
    const rows = [
      item(1, { task_version: 3 }),
      item(1, { task_version: 4, dept_code: null, dept_name: null }),
    ];
    expect(await takenFrom(envelope(rows))).toEqual([code(1), 'DEPARTMENT_MISSING']);
  });

  it.each([
    ['45292', '2023-12-31'],
    ['2024-01-01T00:00:00Z', '2024-01-01 07:59:59'],
    ['2024-01-01 1:00 PM', '2024-01-01 11:00'],
    [1572407569000, '2019-10-29 00:00:00'],
    ['1572407569', 1500000000000],
    ['2019年10月30日', '20180101'],
  ])('compares dates however they are written: %j is after %j', async (later, earlier) => {
    const rows = [
      item(1, { operatedate: earlier, task_name: '旧' }),
      item(1, { operatedate: later, task_name: '新' }),
    ];
    expect(await takenFrom(envelope(rows))).toEqual(['DUPLICATE_CODE', code(1)]);
  });

  it.each(['2024-02-30', '1/2/2024', 12345])(
    'tells both rows when the date %j can’t be read, and which of them is taken',
    async (unreadable) => {
      const rows = [
        item(1, { operatedate: unreadable }),
        item(1, { operatedate: '2024-01-01' }),
        item(2, { task_version: '三' }),
        item(2, { task_version: '四' }),
      ];
      const found = await reading(envelope(rows));
      expect(found.rows.map((row) => [row.row?.code, codesOf(row)])).toEqual([
        [undefined, ['DATED_ROW_TAKEN', 'DATE_INVALID']],
        [code(1), []],
        [code(2), ['VERSION_INVALID']],
        [undefined, ['NEITHER_NEWER', 'VERSION_INVALID']],
      ]);
    },
  );

  it('knows a code in small letters and full width as the same', async () => {
    const [first, second] = [item(1, { task_code: 'ab-1' }), item(1, { task_code: 'ＡＢ－１' })];
    const { rows } = await reading(envelope([first, second]));
    expect(rows.map((row) => [row.code, codesOf(row)])).toEqual([
      ['AB-1', []],
      ['AB-1', ['NEITHER_NEWER']],
    ]);
  });

  it('refuses half of a code, and a name that another program has damaged', async () => {
    const half = anItem({ task_code: '11450721008115371844520' });
    const { rows } = await reading(
      envelope([half, item(1, { task_name: '可行性研\ufffd\ufffd' })]),
    );
    expect(rows.map((row) => codesOf(row)[0])).toEqual(['CODE_INVALID', 'TEXT_DAMAGED']);
  });

  it('leaves out what no column and no table is for, and says none where one is empty', async () => {
    const { AUDIT_ITEM: full } = anItem() as { AUDIT_ITEM: object };
    const only = (...names: readonly string[]) =>
      Object.fromEntries(Object.entries(full).filter(([name]) => names.includes(name)));
    const base = ['task_code', 'task_name', 'dept_name', 'dept_code', 'areacode'];
    const contentOf = async (element: object) =>
      (await reading(envelope([element]))).rows[0]?.row?.content;
    expect(await contentOf({ AUDIT_ITEM: only(...base) })).toEqual({
      name: '可行性研究报告审批',
      handlingBody: '灵山县发展和改革局',
    });
    expect(
      await contentOf({
        AUDIT_ITEM: { ...only(...base), link_way: null, is_fee: '' },
        AUDIT_MATERIAL: [],
        AUDIT_QA: null,
      }),
    ).toEqual({
      name: '可行性研究报告审批',
      handlingBody: '灵山县发展和改革局',
      consultationPhone: null,
      chargesFee: null,
      fees: [],
      requiredMaterials: [],
    });
  });

  it('keeps codes whole that somebody wrote as numbers', async () => {
    const text = envelope([item(1)])
      .replace(`"${code(1)}"`, '1145072100811537184452004020000')
      .replace('"114507210081153718"', '114507210081153718');
    const { rows } = await reading(text);
    expect(rows[0]?.row).toMatchObject({
      code: '1145072100811537184452004020000',
      departmentCode: '114507210081153718',
    });
  });

  it('reads tables that are JSON text inside of the JSON', async () => {
    const table = JSON.stringify([{ material_name: '申请书' }]);
    const { rows } = await reading(envelope([anItem({}, { AUDIT_MATERIAL: table })]));
    expect(rows[0]?.row?.content.requiredMaterials).toMatchObject([{ name: '申请书' }]);
  });

  it('quotes what is broken without officials’ names', async () => {
    const broken = '{"operateusername":"某甲","task_code":"1"';
    const { rows } = await reading(broken);
    expect(JSON.stringify(rows)).not.toContain('某甲');
  });

  it('leaves out another code that belongs to another row', async () => {
    const list = [
      item(1, { local_task_code: code(2) }),
      item(2, { local_task_code: 'LOCAL-1' }),
      item(3, { task_handle_item: 'LOCAL-1' }),
    ];
    const { rows } = await reading(envelope(list));
    expect(rows.map((found) => [found.row?.aliases, ...codesOf(found)])).toEqual([
      [[], 'ALIAS_TAKEN'],
      [['LOCAL-1']],
      [[], 'ALIAS_TAKEN'],
    ]);
  });

  it('reads no older table out of types that are numbers', async () => {
    const list = [item(1, { task_type: 1 }), item(2, { task_type: '20' })];
    const { rows } = await reading(envelope(list));
    expect(rows[1]?.row?.content.nationalType).toBe('OTHER_POWER');
  });
});
