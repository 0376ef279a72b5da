import { createIndexes, planIndexes, type IndexDeclaration } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';

const collection = 'changing';

describe('indexes that change', () => {
  const test = useDatabase();
  const rows = () => test().database.collection(collection);
  const names = async () => (await rows().indexes()).map(({ name }) => name).sort();
  const bring = (...indexes: IndexDeclaration[]) =>
    createIndexes(test().database, [{ collection, indexes }]);
  const plain: IndexDeclaration = { fields: { code: 1 } };

  beforeEach(async () => {
    await rows()
      .drop()
      .catch(() => undefined);
    await rows().insertMany([{ code: 'A' }, { code: 'B' }]);
  });

  it.each([
    ['unique', { ...plain, unique: true }, 'code_1~unique'],
    ['unique and sparse', { ...plain, unique: true, sparse: true }, 'code_1~unique~sparse'],
    ['sparse', { ...plain, sparse: true }, 'code_1~sparse'],
    ['of a lifetime', { ...plain, expireAfterSeconds: 600 }, 'code_1~ttl600'],
  ])('become %s and back: the new one is there, the old one gone', async (_, changed, name) => {
    await bring(plain);
    await bring(changed);
    expect(await names()).toEqual(['_id_', name]);
    await bring(plain);
    expect(await names()).toEqual(['_id_', 'code_1']);
  });

  it('are told by a dry run, which changes nothing', async () => {
    await bring(plain);
    const steps = await planIndexes(test().database, [
      { collection, indexes: [{ ...plain, unique: true }] },
    ]);
    expect(steps).toMatchObject([{ do: 'replace', old: [{ name: 'code_1' }] }]);
    expect(await names()).toEqual(['_id_', 'code_1']);
  });

  it('stay as they were where the data breaks the new fact', async () => {
    await rows().insertOne({ code: 'A' });
    await bring(plain);
    await expect(bring({ ...plain, unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await names()).toEqual(['_id_', 'code_1']);
  });

  it('are kept under the name that an earlier version gave them', async () => {
    await rows().createIndexes([{ key: { code: 1 }, unique: true, name: 'code_1' }]);
    await bring({ ...plain, unique: true });
    expect(await names()).toEqual(['_id_', 'code_1']);
  });

  it('are brought to the same end by replicas that start at once', async () => {
    await bring(plain, { fields: { gone: 1 }, unique: true, sparse: true });
    await Promise.all([1, 2, 3].map(() => bring({ ...plain, unique: true })));
    expect(await names()).toEqual(['_id_', 'code_1~unique']);
  });
});
