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
    const text = 'name\titem_code\tdepartment\narea\t511A-1\t区公安分局\n';
    const { rows, survey } = await reading(text, { region: '511602' });
    expect(survey.missingColumns).toEqual(['dept_code', 'task_type', 'area_code']);
    expect(rows.map(({ position, row: taken }) => [position, taken?.departmentCode])).toEqual([
      [1, '511602/区公安分局'],
    ]);
  });

  it.each([
    ['事项名称\t事项编码\t部门\t部门编码\t事项类型\t行政区划代码', '\t'],
    ['\ufeffTASK_NAME,TASK_CODE,DEPT_NAME,DEPT_CODE,TASK_TYPE,AREACODE', ','],
    ['"Item Name";"itemCode";"Department Name";"Dept-Code";"type";"area"', ';'],
    ['事项名称*（必填）\t事项编码（31位）\t责任部门\t统一社会信用代码\t类型\t区划', '\t'],
    ['某区政务服务事项目录\n\n名称\t编码\t单位\t单位代码\t类别\t区划代码', '\t'],
  ])('knows its columns by other names: %s', async (header, delimiter) => {
    const values = ['居住证办理', '511A-1', '区公安分局', 'D1', '1', '511602000000'];
    const { rows } = await reading(`${header}\r\n${values.join(delimiter)}\r\n`);
    expect(rows).toMatchObject([
      { position: 1, code: '511A-1', row: { departmentCode: 'D1' }, reasons: [] },
    ]);
  });

  it.each([
    ['', 'empty'],
    ['\ufeff\r\n \r\n', 'empty'],
    ['今天天气很好\n明天也是\n', 'neither a table'],
    ['\u0089PNG\r\n\u001a\u0000\u0000', 'neither a table'],
  ])('says in a sentence that %j is no catalogue', async (text, sentence) => {
    await expect(reading(text)).rejects.toThrow(sentence);
  });

  it('keeps departments of one name in different regions apart where no code is told', async () => {
    const lines = ['511602', '511603', '511602'].map(
      (area, index) => `居住证\t511A-${index.toString()}\t公安局\t1\t${area}`,
    );
    const text = ['name\titem_code\tdepartment\ttask_type\tarea_code', ...lines].join('\n');
    const { rows, survey } = await reading(text);
    expect(survey.departments.map(({ codes, regionCode }) => [codes, regionCode])).toEqual([
      [['511602/公安局'], '511602'],
      [['511603/公安局'], '511603'],
    ]);
    expect(rows.map(({ row: taken }) => taken?.departmentCode)).toEqual([
      '511602/公安局',
      '511603/公安局',
      '511602/公安局',
    ]);
  });

  it('takes the code that another row tells for a department of the same name', async () => {
    const text = [HEADER, row('511A-1'), row('511A-2').replace('1151130000877869M', '')].join('\n');
    const { rows, survey } = await reading(text);
    expect(survey.departments).toHaveLength(1);
    expect(rows[1]).toMatchObject({
      row: { departmentCode: '1151130000877869M' },
      reasons: [{ code: 'DEPARTMENT_CODE_MISSING' }],
    });
  });

  it('registers no department of rows that it refuses, and lets none of them win', async () => {
    const good = row('511A-1');
    const other = row('5.11E+30').replaceAll('区公安分局', '另一局').replace('87786', '00000');
    const { rows, survey } = await reading(
      [HEADER, good.replace('511602000000', '').replace('511A-1', '511B-1'), other, good].join(
        '\n',
      ),
    );
    expect(survey.departments.map(({ name }) => name)).toEqual(['区公安分局']);
    expect(rows.map((found) => found.row?.code ?? codesOf(found)[0])).toEqual([
      'REGION_MISSING',
      'CODE_INVALID',
      '511A-1',
    ]);
  });

  it('passes over a second column of the same name that says nothing', async () => {
    const { rows } = await reading(`${HEADER}\tdepartment\n${row('511A-1')}\t\n`);
    expect(rows[0]?.reasons).toEqual([]);
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
