import { anItem, codesOf, envelope, reading } from '../../test/reading.ts';

async function normalised(fields: Readonly<Record<string, unknown>>, tables = {}) {
  const { rows } = await reading(envelope([anItem(fields, tables)]));
  const [row] = rows;
  if (row?.row === undefined) throw new Error(JSON.stringify(rows));
  return { ...row.row.content, notes: codesOf(row) };
}

describe('an item in the national format becomes a row of the graph', () => {
  it('has nothing to report where nothing is wrong', async () => {
    expect(await normalised({})).toMatchObject({
      kind: 'ADMIN_LICENCE',
      handlingMode: 'COMMITTED',
      statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
      committedLimit: { value: 5, unit: 'WORKING_DAYS' },
      chargesFee: false,
      legalBasis: [{ title: '《某办法》' }],
      consultationPhone: '0777-0000000',
      notes: [],
    });
  });

  it('never takes over an official’s name', async () => {
    const row = await normalised({
      operateusername: '某甲',
      OPERATEUSERID: '某乙',
      operator: '某丙',
    });
    expect(JSON.stringify(row)).not.toMatch(/某[甲乙丙]/u);
  });

  it.each([
    [
      'a limit of 0',
      { fields: { promise_day: 0 }, note: 'LIMIT_ZERO', expected: { committedLimit: null } },
    ],
    [
      'a negative limit',
      { fields: { promise_day: -3 }, note: 'LIMIT_INVALID', expected: { committedLimit: null } },
    ],
    [
      'no promised limit',
      {
        fields: { promise_day: null },
        note: 'PROMISE_MISSING',
        expected: { committedLimit: null },
      },
    ],
    [
      'a promise longer than the law’s limit',
      {
        fields: { promise_day: 30 },
        note: 'PROMISE_TOO_LONG',
        expected: { committedLimit: null, statutoryLimit: { value: 20, unit: 'WORKING_DAYS' } },
      },
    ],
    [
      'no telephone',
      { fields: { link_way: '无' }, note: 'PHONE_MISSING', expected: { consultationPhone: null } },
    ],
    [
      'a fee without detail',
      {
        fields: { is_fee: '1' },
        note: 'FEE_WITHOUT_DETAIL',
        expected: { chargesFee: true, fees: [] },
      },
    ],
    [
      'an unknown level',
      { fields: { use_level: '8' }, note: 'CODE_UNKNOWN', expected: { authorityLevel: null } },
    ],
    [
      'an unknown type',
      {
        fields: { task_type: '66' },
        note: 'TYPE_UNKNOWN',
        expected: { name: '可行性研究报告审批' },
      },
    ],
    [
      'markup',
      {
        fields: { accept_name: '<p>有&nbsp;场所</p>' },
        note: 'TEXT_CLEANED',
        expected: { conditions: '有 场所' },
      },
    ],
  ])('is taken with %s, which is reported', async (_, { fields, note, expected }) => {
    const row = await normalised(fields);
    expect(row).toMatchObject(expected);
    expect(row.notes).toContain(note);
  });

  it.each(['66', '', null])(
    'leaves kind and type as they are where type %j is told',
    async (type) => {
      const content = await normalised({ task_type: type });
      expect([content.kind, content.nationalType]).toEqual([undefined, undefined]);
    },
  );

  it('reports a missing legal basis and takes one that is text', async () => {
    expect((await normalised({}, { AUDIT_ITEM_BYLAW: [] })).notes).toContain('BASIS_MISSING');
    expect(
      (await normalised({ LAW: '《某条例》' }, { AUDIT_ITEM_BYLAW: [] })).legalBasis,
    ).toMatchObject([{ title: '《某条例》' }]);
  });

  it('counts calendar days where the row says so', async () => {
    expect(await normalised({ promise_type: '2' })).toMatchObject({
      committedLimit: { value: 5, unit: 'CALENDAR_DAYS' },
    });
  });

  it('wants no promise where handling is immediate', async () => {
    const row = await normalised({ project_type: '1', promise_day: '' });
    expect(row).toMatchObject({ handlingMode: 'IMMEDIATE', notes: [] });
  });

  it('is joint only where another department is named', async () => {
    const alone = { is_joint_org: '1', lead_dept: '灵山县发展和改革局' };
    expect((await normalised({}, { AUDIT_ITEM_EXTEND: alone })).handlingMode).toBe('COMMITTED');
    const joint = { ...alone, match_dept: '1. 甲局  2. 乙局' };
    expect(await normalised({}, { AUDIT_ITEM_EXTEND: [joint] })).toMatchObject({
      handlingMode: 'JOINT',
      coHandlingDepartmentNames: ['甲局', '乙局'],
    });
  });

  it('has special procedures with their own length', async () => {
    const special = [{ special_name: '1', special_date: 20, special_date_type: '2' }];
    expect(await normalised({}, { AUDIT_ITEM_SPECIAL: special })).toMatchObject({
      specialProcedures: [{ kind: 'HEARING', limit: { value: 20, unit: 'CALENDAR_DAYS' } }],
    });
  });

  it('has its steps, from a row each or from columns', async () => {
    const rows = [
      { step_name: 'decide', ordernum: 2, handle_day: 3 },
      { step_name: '受理', ordernum: 1 },
    ];
    expect((await normalised({}, { AUDIT_ITEM_FLOWSHEET: rows })).procedure).toMatchObject([
      { name: '受理', kind: 'ACCEPTANCE', limit: null },
      { name: '决定', kind: 'DECISION', limit: { value: 3, unit: 'WORKING_DAYS' } },
    ]);
    const columns = [{ acceptance: '窗口受理', decide: '', addressee: '收件' }];
    expect((await normalised({}, { AUDIT_ITEM_FLOWSHEET: columns })).procedure).toMatchObject([
      { name: '收件', kind: 'RECEIPT' },
      { name: '受理', task: '窗口受理' },
    ]);
  });

  it('leaves out a material without a name and says so', async () => {
    const row = await normalised(
      {},
      { AUDIT_MATERIAL: [{ is_need: '3' }, { material_name: '照片', is_need: '3' }] },
    );
    expect(row.requiredMaterials).toMatchObject([{ name: '照片', necessity: 'MAY_FOLLOW' }]);
    expect(row.notes).toContain('MATERIAL_UNNAMED');
  });

  it('reads 20 by the table that the file’s other types show', async () => {
    const rowsWith = async (other: string) => {
      const list = [
        anItem({ task_type: '20' }),
        anItem({ task_type: other, task_code: 'OTHER-1' }),
      ];
      return (await reading(envelope(list))).rows[0]?.row?.content.nationalType;
    };
    expect(await rowsWith('10')).toBe('PUBLIC_SERVICE');
    expect(await rowsWith('1')).toBe('PUBLIC_SERVICE');
    expect(await rowsWith('21')).toBe('OTHER_POWER');
    expect(await rowsWith('01')).toBe('OTHER_POWER');
  });

  it.each([1, '1', '01', '１', '1.0', '行政许可'])('knows type %j as a licence', async (type) => {
    expect(await normalised({ task_type: type })).toMatchObject({ kind: 'ADMIN_LICENCE' });
  });

  it.each([
    ['is_fee', true, { chargesFee: true }],
    ['is_fee', 0, { chargesFee: false }],
    ['project_type', 1, { handlingMode: 'IMMEDIATE' }],
    ['project_type', '02', { handlingMode: 'COMMITTED' }],
    ['use_level', 4, { authorityLevel: 'DISTRICT_COUNTY' }],
    ['promise_day', '5个工作日', { committedLimit: { value: 5, unit: 'WORKING_DAYS' } }],
    ['promise_day', '5.0', { committedLimit: { value: 5, unit: 'WORKING_DAYS' } }],
    ['anticipate_day', '20', { statutoryLimit: { value: 20, unit: 'WORKING_DAYS' } }],
  ])('reads %s = %j', async (field, value, expected) => {
    expect(await normalised({ [field]: value })).toMatchObject(expected);
  });

  it('cuts names that the graph would refuse, and says so', async () => {
    const long = '很长'.repeat(400);
    const row = await normalised(
      { task_name: long, supervise_way: long },
      {
        AUDIT_MATERIAL: [{ material_name: long, copy_amount: '3份', materialid: 'x'.repeat(200) }],
        AUDIT_ITEM_BYLAW: [{ law_name: long }],
        AUDIT_ITEM_FLOWSHEET: [{ step_name: long }],
        AUDIT_ITEM_RESULT: [{ result_name: long }],
        AUDIT_ITEM_WINDOW: [{ window_name: long }],
        AUDIT_ITEM_EXTEND: { match_dept: long },
      },
    );
    expect(row.name).toHaveLength(300);
    expect(row.requiredMaterials).toMatchObject([{ copies: 3, id: null }]);
    const names = [
      row.requiredMaterials?.[0]?.name,
      row.legalBasis?.[0]?.title,
      row.procedure?.[0]?.name,
      row.results?.[0]?.name,
      row.windows?.[0]?.name,
      row.supervisionChannels?.[0],
      row.coHandlingDepartmentNames?.[0],
    ];
    expect(names.map((name) => name?.length)).toEqual(names.map(() => 500));
    expect(row.notes).toContain('TEXT_CUT');
  });

  it('takes a legal basis that is a long text by the title in it, and keeps the words', async () => {
    const law = `《某条例》第三条：${'从事经营的，应当申请许可。'.repeat(60)}`;
    expect((await normalised({ LAW: law }, { AUDIT_ITEM_BYLAW: null })).legalBasis).toMatchObject([
      { title: '《某条例》', text: law },
    ]);
  });

  it('reports a number of copies that can’t be one', async () => {
    const { requiredMaterials, notes } = await normalised(
      {},
      { AUDIT_MATERIAL: [{ material_name: '照片', copy_amount: 100000, original_amount: '若干' }] },
    );
    expect(requiredMaterials).toMatchObject([{ copies: 0, originals: 0 }]);
    expect(notes).toEqual(['CODE_UNKNOWN', 'CODE_UNKNOWN']);
  });

  it('refuses a row that no request holds', async () => {
    const qa = Array.from({ length: 100 }, () => ({
      question: '问'.repeat(1000),
      answer: '答'.repeat(1000),
    }));
    const { rows } = await reading(
      envelope([anItem({}, { AUDIT_QA: qa }), anItem({ task_code: 'OTHER-1' })]),
    );
    expect(rows.map((found) => found.row?.code ?? codesOf(found)[0])).toEqual([
      'ROW_TOO_LARGE',
      'OTHER-1',
    ]);
  });
});
