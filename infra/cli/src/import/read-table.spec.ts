import { codesOf, reading } from '../../test/reading.ts';

const HEADER = 'department\tmain_item\tname\titem_code\ttask_type\tdept_code\tarea_code';
const row = (code: string, name = '居住证办理') =>
  `区公安分局\t未分类\t${name}\t${code}\t1\t1151130000877869M\t511602000000`;

describe('a catalogue as a table', () => {
  it('is read by the names of its columns, in any order, with a mark, CRLF and a blank last line', async () => {
    const { rows } = await reading(
      '\ufeffitem_code\tname\tdept_code\tdepartment\tarea_code\ttask_type\r\n511A-1\t居住证办理\tD1\t区公安分局\t511602000000\t01\r\n',
    );
    expect(rows).toEqual([
      {
        position: 1,
        code: '511A-1',
        name: '居住证办理',
        reasons: [],
        row: {
          code: '511A-1',
          aliases: [],
          departmentCode: 'D1',
          sourceVersion: null,
          content: {
            name: '居住证办理',
            kind: 'ADMIN_LICENCE',
            nationalType: 'ADMIN_LICENCE',
          },
        },
      },
    ]);
  });

  it('tells which columns are missing and takes what the others allow', async () => {
    const { rows } = await reading('name\titem_code\tdepartment\narea\t511A-1\t区公安分局\n', {
      region: '511602',
    });
    expect(rows.filter(({ position }) => position === 0).map(({ reasons }) => reasons[0])).toEqual([
      { code: 'MISSING_COLUMN', detail: 'dept_code' },
      { code: 'MISSING_COLUMN', detail: 'task_type' },
      { code: 'MISSING_COLUMN', detail: 'area_code' },
    ]);
    expect(rows.at(-1)?.row?.departmentCode).toBe('区公安分局');
  });

  it('reads quotes, also over lines, and commas where the header has them', async () => {
    const { rows } = await reading(
      'name,item_code,department,dept_code,task_type,area_code\n"甲,""乙""\n丙",511A-1,局,D1,1,511602\n',
    );
    expect(rows.map(({ name }) => name)).toEqual(['甲,"乙"\n丙']);
  });

  it('loses no row behind a quote that is never closed', async () => {
    const { rows } = await reading(
      [HEADER, row('511A-1', '"居住证'), row('511A-2'), row('511A-3', '"乙"')].join('\n'),
    );
    expect(rows.map(({ code }) => code)).toEqual(['511A-1', '511A-2', '511A-3']);
  });

  it('reads the older national encoding', async () => {
    // 居住证 in GB18030
    const name = [0xbe, 0xd3, 0xd7, 0xa1, 0xd6, 0xa4];
    const bytes = Buffer.concat([
      Buffer.from('item_code\tname\tdept_code\tdepartment\tarea_code\ttask_type\n511A-1\t'),
      Buffer.from(name),
      Buffer.from('\tD1\tD\t511602\t1\n'),
    ]);
    expect((await reading(bytes)).rows[0]?.name).toBe('居住证');
  });

  it.each([
    ['EMPTY_ROW', '\t\t\t\t\t\t'],
    ['TOO_MANY_FIELDS', `${row('511A-9')}\tmore`],
    ['NO_ITEM', '区公安分局\t未分类\t\t\t1\tD\t511602000000'],
    ['CODE_MISSING', row('')],
    ['CODE_INVALID', row('5.11E+30')],
    ['NAME_MISSING', row('511A-9', ' ')],
    ['REGION_MISSING', '局\t\t名\t511A-9\t1\tD\t'],
    ['DEPARTMENT_MISSING', '\t\t名\t511A-9\t1\t\t511602000000'],
  ])('refuses a row with %s and takes the others', async (code, broken) => {
    const { rows } = await reading([HEADER, row('511A-1'), broken, row('511A-2')].join('\n'));
    expect(rows.map(({ row: taken }) => taken?.code)).toEqual(['511A-1', undefined, '511A-2']);
    expect(rows[1]?.reasons[0]?.code).toBe(code);
  });

  it('takes a code once, the first where nothing tells which is newer', async () => {
    const { rows } = await reading([HEADER, row('511A-1'), row('511A-1', '另一主题')].join('\n'));
    expect(rows.map(({ row: taken }) => taken?.content.name)).toEqual(['居住证办理', undefined]);
    expect(rows[1]?.reasons).toEqual([{ code: 'DUPLICATE_CODE', detail: '→ 1' }]);
  });

  it('takes an item of unknown type and says so', async () => {
    const { rows } = await reading([HEADER, row('511A-1').replace('\t1\t', '\t77\t')].join('\n'));
    expect(rows[0]?.row?.content).toMatchObject({
      kind: 'NON_LICENCE_APPROVAL',
      nationalType: null,
    });
    expect(rows.map(codesOf)).toEqual([['TYPE_UNKNOWN']]);
  });
});
