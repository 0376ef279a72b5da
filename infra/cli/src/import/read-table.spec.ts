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
    const text = [HEADER, row('511A-1'), row('511A-2').replace('1151130000877869M', ''), ''].join(
      '\n',
    );
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
    expect(rows[1]?.reasons).toEqual([{ code: 'NEITHER_NEWER', detail: '→ 1' }]);
  });

  it('takes an item of unknown type and says so', async () => {
    const text = `${HEADER}\n${row('511A-1').replace('\t1\t', '\t77\t')}\n`;
    const { rows } = await reading(text);
    expect(rows[0]?.row?.content).toEqual({ name: '居住证办理' });
    expect(rows.map(codesOf)).toEqual([['TYPE_UNKNOWN']]);
  });

  it('leaves the type as it is where the table has no column for it', async () => {
    const text = 'name\titem_code\tdepartment\tarea_code\n证\t511A-1\t局\t511602\n';
    const { rows } = await reading(text);
    expect(rows[0]?.row?.content).toEqual({ name: '证' });
  });

  describe('that breaks off', () => {
    const LONG = '511A0116400001-511602000000-000-1151130000877869M-1-00';
    const text = `${HEADER}\n${row(LONG)}\n${row(LONG.replace('6400001', '6400002'))}\n`;

    it('is whole with its last line’s end', async () => {
      expect((await reading(text)).rows.map(codesOf)).toEqual([[], []]);
    });

    it('says that the last line has no end, and takes what is whole in it', async () => {
      const { rows } = await reading(text.trimEnd());
      expect(rows.map((found) => [found.row !== undefined, codesOf(found)])).toEqual([
        [true, []],
        [true, ['LAST_LINE_OPEN']],
      ]);
    });

    it('never makes an item of half a row, wherever it is cut', async () => {
      const second = text.indexOf('区公安分局', text.indexOf(LONG));
      const lastColumn = text.lastIndexOf('\t') + 1;
      for (let end = second + 1; end < lastColumn; end += 1) {
        const { rows } = await reading(text.slice(0, end));
        expect([end, rows[1]?.row]).toEqual([end, undefined]);
      }
      const { rows } = await reading(text.slice(0, lastColumn + 5));
      expect(
        codesOf(rows[1] ?? { position: 2, code: '', name: '', row: undefined, reasons: [] }),
      ).toEqual(['LAST_LINE_OPEN', 'REGION_INVALID']);
    });
  });

  it.each([
    '511A0116400001-51160200',
    '511A0116400001-511602000000-000-1151130000877869M-1',
    '511A0116400001-511602000000-000-1151130000877869M-1-0',
    '11450721008115371844520040',
  ])('refuses %s, which is half of a code', async (half) => {
    const { rows } = await reading(`${HEADER}\n${row(half)}\n`);
    expect(rows.map(codesOf)).toEqual([['CODE_INVALID']]);
  });

  it('tells rows of elsewhere: by the region of most, or by the one that is given', async () => {
    const away = row('511A-3').replace('511602000000', '450721000000');
    const text = [HEADER, row('511A-1'), row('511A-2'), away, ''].join('\n');
    const told = async (region?: string) =>
      (await reading(text, region === undefined ? {} : { region })).rows.map(codesOf);
    expect(await told()).toEqual([[], [], ['REGION_ELSEWHERE']]);
    expect(await told('5116')).toEqual([[], [], ['REGION_ELSEWHERE']]);
    expect(await told('450721')).toEqual([['REGION_ELSEWHERE'], ['REGION_ELSEWHERE'], []]);
    const long = '511A0116400001-511602000000-000-1151130000877869M-1-00';
    const other = row(long).replace(/511602000000$/u, '511603000000');
    const { rows } = await reading(`${HEADER}\n${other}\n`);
    expect(rows.map(codesOf)).toEqual([['REGION_DIFFERS']]);
  });

  describe('in more than one encoding', () => {
    // 居住证 in GB18030
    const gb = Buffer.from([0xbe, 0xd3, 0xd7, 0xa1, 0xd6, 0xa4]);
    const utf8 = Buffer.from('居住证');
    const lineOf = (code: string, name: Buffer) =>
      Buffer.concat([Buffer.from(`511602\t1\tD1\tD\t${code}\t`), name, Buffer.from('\n')]);
    const fileOf = (...names: readonly Buffer[]) =>
      Buffer.concat([
        Buffer.from('area_code\ttask_type\tdept_code\tdepartment\titem_code\tname\n'),
        ...names.map((name, index) => lineOf(`511A-${index.toString()}`, name)),
      ]);
    const outcome = async (bytes: Buffer) =>
      (await reading(bytes)).rows.map(({ name, reasons: [first] }) => first?.detail ?? name);

    it('refuses the rows that are not UTF-8 where most are, with the byte', async () => {
      const names = [...Array.from({ length: 8 }, () => utf8), gb, utf8];
      const bytes = fileOf(...names);
      const place = bytes.indexOf(gb).toString();
      const good = '居住证';
      expect(await outcome(bytes)).toEqual([
        ...[good, good, good, good, good, good, good, good, `byte 0xBE at ${place}`, good],
      ]);
    });

    it('refuses the rows that are UTF-8 where most are not', async () => {
      const bytes = fileOf(gb, gb, gb, utf8, gb, gb);
      const place = bytes.indexOf(utf8).toString();
      const good = '居住证';
      expect(await outcome(bytes)).toEqual([
        ...[good, good, good, `byte 0xE5 at ${place}`, good, good],
      ]);
    });

    it('refuses a byte that is none of either encoding', async () => {
      const bad = Buffer.concat([gb, Buffer.from([0xff])]);
      const bytes = fileOf(gb, gb, bad, gb);
      const place = (bytes.indexOf(bad) + gb.length).toString();
      expect(await outcome(bytes)).toEqual(['居住证', '居住证', `byte 0xFF at ${place}`, '居住证']);
    });

    it('refuses half a character of UTF-16', async () => {
      const text =
        'name\titem_code\tdepartment\tarea_code\n证\t511A-1\t局\t511602\n\ud800\t511A-2\t局\t511602\n';
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      const [first, second] = (await reading(bytes)).rows;
      expect([first?.name, second?.reasons[0]?.code]).toEqual(['证', 'ENCODING_INVALID']);
    });
  });
});
