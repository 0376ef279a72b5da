import { join } from 'node:path';
import { readingFile } from '../../test/reading.ts';

const data = (name: string) => join(__dirname, '../../../local/data', name);

describe('the real catalogue of a district', () => {
  it('is taken whole: 421 items of 17 departments', async () => {
    const { rows, survey } = await readingFile(data('catalogue-511602.tsv'));
    const taken = rows.filter(({ row }) => row !== undefined);
    expect(rows).toHaveLength(421);
    expect(rows.filter(({ row }) => row === undefined)).toEqual([]);
    expect(new Set(taken.map(({ code }) => code)).size).toBe(421);
    expect(survey.departments).toHaveLength(17);
    expect(survey.olderTypes).toBe(true);
  });

  it('has one department for all counters of the labour office', async () => {
    const { survey } = await readingFile(data('catalogue-511602.tsv'));
    expect(survey.departments.find(({ name }) => name === '区人社局')).toMatchObject({
      regionCode: '511602000000',
      codes: expect.arrayContaining(['1151130108778239R', '1151130108778239R_6391']) as unknown,
    });
  });
});

describe('the real item of a county', () => {
  it('is taken with its guide', async () => {
    const { rows } = await readingFile(data('national-item-450721.json'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.reasons).toEqual([]);
    expect(rows[0]?.row).toMatchObject({
      code: '1145072100811537184452004020000',
      sourceVersion: 11,
      content: {
        handlingMode: 'JOINT',
        nationalType: 'OTHER_POWER',
        committedLimit: { value: 5, unit: 'WORKING_DAYS' },
        specialProcedures: [{ kind: 'OTHER', limit: { value: 30, unit: 'WORKING_DAYS' } }],
        coHandlingDepartmentNames: ['城市规划行政主管部门', '自然资源行政主管部门'],
        serviceObjects: ['PUBLIC_INSTITUTION', 'ADMINISTRATIVE_ORGAN'],
        consultationPhone: '0777—6428820',
      },
    });
    expect(rows[0]?.row?.content.requiredMaterials).toHaveLength(9);
    expect(rows[0]?.row?.content.legalBasis).toHaveLength(5);
  });
});
